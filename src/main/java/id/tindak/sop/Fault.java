package id.tindak.sop;

/**
 * One thing wrong in an SOP file, or one thing its writer should know.
 *
 * @param line line of the file, from 1
 * @param sentence Indonesian, for the clerk who wrote the file; ends with a full stop
 * @param error true: the file is refused; false: a note, the file may be used
 */
public record Fault(int line, String sentence, boolean error) {}
