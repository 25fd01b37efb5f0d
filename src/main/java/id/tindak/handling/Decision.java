package id.tindak.handling;

import id.tindak.complaint.StoredFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decided on the form of one step.
 *
 * @param version of the assignment on which the form was opened
 * @param branch index of the step's branch
 * @param targetUnit chosen unit, where the branch asks for it
 * @param ending where the branch ends the case or hands it over: the ground of the refusal, where it goes, who examines it; see {@link Endings#choices}
 * @param orders to whom and what, where the branch is a disposition or goes back to parties
 * @param text reason, result or answer, as the step asks; may be empty where nothing is asked, and where the wording stands already
 * @param pen when the official decided on paper, where the decision is entered in somebody's name; null for one's own
 * @param beside what was handed in beside the text
 */
public record Decision(
        long complaintId,
        long assignmentId,
        int version,
        int branch,
        @Nullable Long targetUnit,
        String text,
        List<StoredFile> files,
        String ending,
        Orders orders,
        @Nullable Instant pen,
        Alongside beside) {

    /** One with nothing but its text and files. */
    public Decision(
            long complaintId,
            long assignmentId,
            int version,
            int branch,
            @Nullable Long targetUnit,
            String text,
            List<StoredFile> files) {
        this(
                complaintId,
                assignmentId,
                version,
                branch,
                targetUnit,
                text,
                files,
                "",
                Orders.NONE,
                null,
                Alongside.NOTHING);
    }
}
