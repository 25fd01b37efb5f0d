package id.tindak.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint with some of its columns changed; {@link Complaints#append} writes them with the event that says why. */
public record Changes(Complaint complaint) {

    public static Changes of(Complaint c) {
        return new Changes(c);
    }

    public Changes returned() {
        return with(
                complaint.returns() + 1,
                complaint.round(),
                complaint.reactUntil(),
                complaint.closedAt(),
                complaint.outcome());
    }

    public Changes reopened() {
        return with(complaint.returns(), complaint.round() + 1, null, null, null);
    }

    /** Answered or otherwise ended by the SOP; the reporter may react until then. */
    public Changes ended(String outcome, @Nullable Instant reactUntil, @Nullable Instant closedAt) {
        return with(complaint.returns(), complaint.round(), reactUntil, closedAt, outcome);
    }

    public Changes closed(Instant at) {
        return with(complaint.returns(), complaint.round(), complaint.reactUntil(), at, complaint.outcome());
    }

    public Changes privacy(Privacy privacy) {
        return make(privacy, complaint.category(), complaint.codeRotation(), complaint.joinedTo());
    }

    public Changes category(@Nullable String category) {
        return make(complaint.privacy(), category, complaint.codeRotation(), complaint.joinedTo());
    }

    public Changes nextCode() {
        return make(complaint.privacy(), complaint.category(), complaint.codeRotation() + 1, complaint.joinedTo());
    }

    public Changes joined(long to) {
        return make(complaint.privacy(), complaint.category(), complaint.codeRotation(), to);
    }

    /** Taken out again of the case it was joined to. */
    public Changes separated() {
        return with(complaint.returns(), complaint.round(), null, null, null)
                .make(complaint.privacy(), complaint.category(), complaint.codeRotation(), null);
    }

    Changes chain(int count, byte[] head) {
        Complaint c = complaint;
        return new Changes(new Complaint(
                c.agencyId(),
                c.id(),
                c.publicNumber(),
                c.kind(),
                c.channel(),
                c.title(),
                c.category(),
                c.district(),
                c.village(),
                c.landmark(),
                c.privacy(),
                c.concernsOfficer(),
                c.emergency(),
                c.suspect(),
                c.enteredBy(),
                c.receivedAt(),
                c.codeRotation(),
                c.returns(),
                c.round(),
                c.reactUntil(),
                c.closedAt(),
                c.outcome(),
                c.joinedTo(),
                count,
                head));
    }

    private Changes make(Privacy privacy, @Nullable String category, int rotation, @Nullable Long joinedTo) {
        Complaint c = complaint;
        return new Changes(new Complaint(
                c.agencyId(),
                c.id(),
                c.publicNumber(),
                c.kind(),
                c.channel(),
                c.title(),
                category,
                c.district(),
                c.village(),
                c.landmark(),
                privacy,
                c.concernsOfficer(),
                c.emergency(),
                c.suspect(),
                c.enteredBy(),
                c.receivedAt(),
                rotation,
                c.returns(),
                c.round(),
                c.reactUntil(),
                c.closedAt(),
                c.outcome(),
                joinedTo,
                c.chainCount(),
                c.chainHead()));
    }

    private Changes with(
            int returns,
            int round,
            @Nullable Instant reactUntil,
            @Nullable Instant closedAt,
            @Nullable String outcome) {
        Complaint c = complaint;
        return new Changes(new Complaint(
                c.agencyId(),
                c.id(),
                c.publicNumber(),
                c.kind(),
                c.channel(),
                c.title(),
                c.category(),
                c.district(),
                c.village(),
                c.landmark(),
                c.privacy(),
                c.concernsOfficer(),
                c.emergency(),
                c.suspect(),
                c.enteredBy(),
                c.receivedAt(),
                c.codeRotation(),
                returns,
                round,
                reactUntil,
                closedAt,
                outcome,
                c.joinedTo(),
                c.chainCount(),
                c.chainHead()));
    }
}
