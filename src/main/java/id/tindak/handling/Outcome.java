package id.tindak.handling;

import id.tindak.complaint.Complaint;
import org.jspecify.annotations.Nullable;

/** What became of a verb: done, or a reason that a person understands. */
public sealed interface Outcome {

    record Done(Complaint complaint) implements Outcome {}

    /**
     * Somebody else was faster. What was typed stays with the one who typed it.
     *
     * @param done what became of the assignment meanwhile; null when it was taken or assigned
     */
    record Conflict(@Nullable Assignment done) implements Outcome {}

    static Outcome conflict(Case k, long assignmentId) {
        return new Conflict(k.assignments().stream()
                .filter(a -> a.id() == assignmentId && !a.open())
                .findFirst()
                .orElse(null));
    }

    /**
     * @param field name of the form's field, or empty for the form as a whole
     * @param reason text key
     */
    record Refused(String field, String reason) implements Outcome {}
}
