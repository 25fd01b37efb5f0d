package id.tindak.handling;

import id.tindak.complaint.StoredFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work of a role beside the steps of a case (SOP: {@code berkala}, {@code pengingat}).
 *
 * @param activity the SOP's own text
 * @param output what comes of it; null when the SOP does not say
 * @param recipient name of the actor who gets it; null likewise
 * @param effort the SOP's time standard as written; null likewise
 * @param period code of the {@link Period} it covers; null for a reminder
 * @param watched the work to remind of; null for periodic work
 * @param received what somebody else made and this role gets; null for own work
 * @param done null while it is open
 */
public record SideTask(
        long id,
        Kind kind,
        String role,
        @Nullable Long unitId,
        String activity,
        @Nullable String output,
        @Nullable String recipient,
        @Nullable String effort,
        @Nullable String period,
        @Nullable Watched watched,
        @Nullable Done received,
        Instant openedAt,
        @Nullable Instant deadline,
        @Nullable Done done) {

    /** What the work brought forth: of the one who made it, also where another receives it. Null while it is not made. */
    public @Nullable Done brought() {
        return received == null ? done : received;
    }

    public enum Kind {
        BERKALA,
        PENGINGAT
    }

    /** What is watched: the open work, number and title of its case, "A1. Verifikasi", its holder's role and unit. */
    public record Watched(
            long assignment,
            String number,
            String title,
            String step,
            String role,
            @Nullable Long unitId,
            @Nullable Instant deadline,
            int reminders) {}

    /** @param by null when it was over by itself */
    public record Done(
            Instant at,
            @Nullable Long by,
            String note,
            @Nullable StoredFile file) {}
}
