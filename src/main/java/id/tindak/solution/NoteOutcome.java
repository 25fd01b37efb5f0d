package id.tindak.solution;

/** What became of a wish to write, approve or withdraw a note. */
sealed interface NoteOutcome {

    record Done(long id) implements NoteOutcome {}

    /** @param field of the form, empty for the form as a whole */
    record Refused(String field, String reason) implements NoteOutcome {}
}
