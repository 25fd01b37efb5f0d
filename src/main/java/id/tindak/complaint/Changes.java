package id.tindak.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint with some of its columns changed; {@link Complaints#append} writes them with the event that says why. */
public final class Changes {

    private final Complaint from;
    private Privacy privacy;
    private @Nullable String category;
    private int codeRotation;
    private int returns;
    private int round;
    private @Nullable Instant reactUntil;
    private @Nullable Instant closedAt;
    private @Nullable String outcome;
    private @Nullable Long joinedTo;
    private int chainCount;
    private byte[] chainHead;

    private Changes(Complaint from) {
        this.from = from;
        privacy = from.privacy();
        category = from.category();
        codeRotation = from.codeRotation();
        returns = from.returns();
        round = from.round();
        reactUntil = from.reactUntil();
        closedAt = from.closedAt();
        outcome = from.outcome();
        joinedTo = from.joinedTo();
        chainCount = from.chainCount();
        chainHead = from.chainHead();
    }

    public static Changes of(Complaint c) {
        return new Changes(c);
    }

    public Changes returned() {
        returns++;
        return this;
    }

    /** A further round; a joined case whose reporter is not content with the common answer goes its own way again. */
    public Changes reopened() {
        round++;
        joinedTo = null;
        return notEnded();
    }

    /** Goes on under another unit: ended there, not for its reporter. */
    public Changes goesOn() {
        return notEnded();
    }

    /** Answered or otherwise ended by the SOP; the reporter may react until then. */
    public Changes ended(String how, @Nullable Instant react, @Nullable Instant closed) {
        outcome = how;
        reactUntil = react;
        return closed(closed);
    }

    public Changes closed(@Nullable Instant at) {
        closedAt = at;
        return this;
    }

    public Changes privacy(Privacy to) {
        privacy = to;
        return this;
    }

    public Changes category(@Nullable String code) {
        category = code;
        return this;
    }

    public Changes nextCode() {
        codeRotation++;
        return this;
    }

    public Changes joined(long to) {
        joinedTo = to;
        return this;
    }

    /** Taken out again of the case it was joined to. */
    public Changes separated() {
        joinedTo = null;
        return notEnded();
    }

    Changes chain(int count, byte[] head) {
        chainCount = count;
        chainHead = head;
        return this;
    }

    private Changes notEnded() {
        reactUntil = null;
        closedAt = null;
        outcome = null;
        return this;
    }

    public Complaint complaint() {
        return new Complaint(
                from.agencyId(),
                from.id(),
                from.publicNumber(),
                from.kind(),
                from.channel(),
                from.title(),
                category,
                from.district(),
                from.village(),
                from.landmark(),
                privacy,
                from.concernsOfficer(),
                from.emergency(),
                from.suspect(),
                from.enteredBy(),
                from.receivedAt(),
                codeRotation,
                returns,
                round,
                reactUntil,
                closedAt,
                outcome,
                joinedTo,
                chainCount,
                chainHead);
    }
}
