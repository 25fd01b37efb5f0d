package id.tindak.portal;

import id.tindak.account.MailProof;
import id.tindak.account.ReporterCode;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.intake.Proofs;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what somebody may see who names a number, with or without its secret code. A wrong code and an unknown number are the same answer, and so is the number alone of a case whose
 * existence is nobody's business.
 */
@Component
class Tracker {

    sealed interface Found {}

    /** Number and code are right. */
    record Open(Complaints.Known known) implements Found {}

    /** The number alone: state and dates. */
    record Glance(Complaints.Known known) implements Found {}

    record Nothing() implements Found {}

    record TooOften() implements Found {}

    private final Complaints complaints;
    private final ReporterCode codes;
    private final MailProof mailProof;
    private final Proofs proofs;
    private final Limits limits;
    private final Clock clock;

    Tracker(Complaints complaints, ReporterCode codes, MailProof mailProof, Proofs proofs, Limits limits, Clock clock) {
        this.complaints = complaints;
        this.codes = codes;
        this.mailProof = mailProof;
        this.proofs = proofs;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param visitor address of the caller; failures are counted for it */
    Found find(int agencyId, String number, String code, String visitor) {
        if (!limits.left(Limits.Of.CODE, visitor)) return new TooOften();
        Optional<Complaints.Known> known = complaints.knownByNumber(agencyId, number);
        Found found = code.isEmpty() ? glance(known) : open(agencyId, known, code);
        if (found instanceof Nothing) limits.take(Limits.Of.CODE, visitor);
        return found;
    }

    /** The case of a proof that this browser holds. */
    Optional<Complaints.Known> proven(int agencyId, String number, @Nullable String proof) {
        if (proofs.complaint(Proofs.Of.TRACKING, agencyId, proof) == null) return Optional.empty();
        return complaints
                .knownByNumber(agencyId, number)
                .filter(known -> proofs.opens(Proofs.Of.TRACKING, known.complaint(), proof));
    }

    /** Somebody came by a mailed link: when it was mailed to the address on record, that address is confirmed. */
    void confirm(Complaints.Known known, String mailed) {
        Complaint c = known.complaint();
        String email = known.reporter().email();
        if (email == null || known.reporter().emailConfirmedAt() != null) return;
        if (mailProof.matches(c.agencyId(), c.id(), email, mailed)) complaints.confirmEmail(c, email, clock.instant());
    }

    private static Found glance(Optional<Complaints.Known> known) {
        return known.filter(k -> !k.complaint().privacy().hidesExistence())
                .<Found>map(Glance::new)
                .orElseGet(Nothing::new);
    }

    private Found open(int agencyId, Optional<Complaints.Known> known, String code) {
        // for an unknown number a code is worked out too, so that the time tells nothing
        long id = known.map(k -> k.complaint().id()).orElse(0L);
        int rotation = known.map(k -> k.complaint().codeRotation()).orElse(0);
        boolean right = codes.matches(agencyId, id, rotation, code);
        return known.filter(k -> right).<Found>map(Open::new).orElseGet(Nothing::new);
    }
}
