package id.tindak.portal;

import id.tindak.base.web.Clocked;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.base.web.Qr;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseClock;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Elected;
import id.tindak.paper.CounterReceipts;
import id.tindak.paper.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets who has filed a complaint.
 *
 * @param code the secret code; null on the officer's screen
 * @param proof opens the printed form of the same receipt
 * @param qr leads to the tracking page, without the code
 * @param emergency numbers to call, when an emergency word was found; else empty
 * @param clock of the step that holds it now; null without a standard of hours and minutes
 * @param startsAt when the clock begins to run, where that is later; null inside working hours
 * @param steps of the SOP with their times, for the printed form
 * @param answerBy when the aim over the whole case is reached; null when the SOP sets none
 * @param mailed whether a copy goes to the reporter's address
 * @param sheet the receipt as the office's paper
 * @param logo whether the agency has a sign for its letterhead
 * @param colophon of the counter's printed receipt; null before it is printed, and on the reporter's own
 */
public record Receipt(
        Complaint complaint,
        @Nullable String code,
        String proof,
        Qr qr,
        String link,
        List<String> emergency,
        @Nullable Clocked clock,
        String holder,
        Instant since,
        @Nullable Instant startsAt,
        List<PathStep> path,
        List<ServiceTimes.Timed> steps,
        @Nullable Instant answerBy,
        boolean mailed,
        boolean counter,
        @Nullable String fee,
        Sheet sheet,
        boolean logo,
        CounterReceipts.@Nullable Colophon colophon) {

    /** What the pages add to the case: code, proof, and what stands in the agency's settings. */
    public record Frame(
            @Nullable String code,
            String proof,
            boolean counter,
            List<String> emergencyNumbers,
            Sheet sheet,
            boolean logo,
            CounterReceipts.@Nullable Colophon colophon) {}

    static Receipt of(Page page, CaseFile file, Frame frame) {
        Case k = file.k();
        Complaint c = k.complaint();
        String link = page.brand().baseUrl() + "/lacak/" + c.publicNumber();
        Assignment a = k.current().orElse(null);
        return new Receipt(
                c,
                frame.code(),
                frame.proof(),
                Qr.of(link),
                link,
                c.emergency() ? frame.emergencyNumbers() : List.of(),
                a == null ? null : clock(page, k, a),
                a == null ? "" : file.roleName(a),
                a == null ? c.receivedAt() : a.openedAt(),
                a == null ? null : startsAt(k, a),
                CasePath.of(page, file),
                ServiceTimes.of(k.sop(), c.channel(), "").steps(),
                k.promise().map(CaseClock::deadline).orElse(null),
                k.reporter().email() != null && !c.suspect(),
                frame.counter(),
                k.sop().header().service().fee(),
                frame.sheet(),
                frame.logo(),
                frame.colophon());
    }

    private static @Nullable Clocked clock(Page page, Case k, Assignment a) {
        Duration standard = CasePath.minutes(a.timeStandard());
        Duration left = k.remaining(a, page.now());
        boolean watchless = Elected.is(k.sop().actor(a.role()));
        return standard == null || left == null || watchless ? null : Clocked.running(standard, left);
    }

    /** Working time begins with the next working hours when a step opens at night or on a holiday. */
    private static @Nullable Instant startsAt(Case k, Assignment a) {
        TimeStandard t = a.timeStandard();
        boolean waits = t != null
                && t.basis() == TimeStandard.Basis.WORKING_TIME
                && !k.calendar().isWorking(a.openedAt());
        return waits ? k.calendar().nextWorking(a.openedAt()) : null;
    }
}
