package id.tindak.desk;

import id.tindak.handling.CaseLines;
import id.tindak.handling.TextSource;
import id.tindak.solution.SolutionNote;
import java.util.List;

/**
 * Answers that lie ready for a case whose open step answers.
 *
 * @param form id of the step's form that the answer goes into
 * @param notes of the library, best first
 * @param earlier similar complaints that were answered
 */
public record ReadyCard(String form, List<SolutionNote> notes, List<CaseLines.Answered> earlier) {

    /** Value of a button. */
    public String word(SolutionNote note) {
        return TextSource.note(note.id()).word();
    }

    /** The same for an earlier case. */
    public String word(CaseLines.Answered earlier) {
        return TextSource.complaint(earlier.line().number()).word();
    }
}
