package id.tindak.solution;

import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.CaseFile;
import java.util.Optional;

/**
 * A closed and answered case out of which a note may grow. Whoever writes it may know the reporter: the page points out the reporter's
 * data in the text, which must tell nobody a name that is hidden from him.
 */
public record ClosedCase(CaseFile file, String answer) {

    /** Empty for a case that runs, was not answered or is confidential, and for an officer who may not know who complained. */
    public static Optional<ClosedCase> of(CaseFile file) {
        boolean knows = file.sight().identity()
                || file.k().complaint().privacy() == Privacy.TANPA_IDENTITAS && file.agencyDesk();
        if (!knows || file.k().complaint().confidential() || file.k().handling().open()) return Optional.empty();
        return file.answer().map(answer -> new ClosedCase(file, answer));
    }

    long id() {
        return file.k().complaint().id();
    }

    public String number() {
        return file.k().complaint().publicNumber();
    }

    Reporter reporter() {
        return file.k().reporter();
    }
}
