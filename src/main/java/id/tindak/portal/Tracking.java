package id.tindak.portal;

import gg.jte.Content;
import id.tindak.base.web.Clocked;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseClock;
import id.tindak.handling.CaseFile;
import id.tindak.intake.KeptFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as its reporter sees it who has shown number and code.
 *
 * @param clock the aim over the whole case; null when the SOP sets none of hours and minutes
 * @param holder who holds it and since when, or when it ended
 * @param limit the last limit that rules outside the SOP set; null when none runs
 * @param answer the last answer; null until there is one
 * @param promises what answers promised beyond themselves
 * @param letter whether the present answer can be had as a letter
 * @param waiting what the office waits for; null when it does not
 * @param reactUntil until when the reporter may reopen after the answer; null when that is not now
 * @param fate what became of it outside its procedure
 * @param survey where the reporter may say how the service was; null while nobody asks
 * @param mayWrite whether the case still takes anything
 * @param kept files of a reply that came back with faults
 */
public record Tracking(
        Complaint complaint,
        State state,
        @Nullable Clocked clock,
        @Nullable Content holder,
        @Nullable Limit limit,
        List<Talk.Entry> talk,
        List<PathStep> path,
        Talk.@Nullable Entry answer,
        List<Promised> promises,
        boolean letter,
        @Nullable Waiting waiting,
        @Nullable Instant reactUntil,
        Fate fate,
        @Nullable String survey,
        boolean mayWrite,
        boolean mayWithdraw,
        Form form,
        List<KeptFile> kept) {

    /**
     * What is missing after a return.
     *
     * @param fields identity fields of the SOP's form that are still empty
     */
    public record Waiting(
            Talk.@Nullable Entry reason,
            List<String> fields,
            @Nullable Instant until) {

        /** The same fields as a form asks for them: none is mandatory, a person checks what came. */
        public Map<String, Boolean> optional() {
            return fields.stream().collect(java.util.stream.Collectors.toMap(f -> f, f -> false));
        }
    }

    /** @param basis where the limit comes from */
    public record Limit(String standard, Instant deadline, boolean stopped, String basis) {}

    static Tracking of(
            Page page, CaseFile file, Offer offer, Form form, List<KeptFile> kept, Fate fate, @Nullable String survey) {
        Case k = file.k();
        Complaint c = k.complaint();
        Instant react = k.handling().open() || c.closed() ? null : c.reactUntil();
        boolean mayReact = react != null && page.now().isBefore(react);
        return new Tracking(
                c,
                State.of(k),
                clock(page, k),
                holder(page, file),
                limit(page, k),
                Talk.of(page, file),
                CasePath.of(page, file),
                Talk.answer(page, file),
                Promised.of(page, file),
                k.answered(),
                waiting(page, file, offer),
                mayReact ? react : null,
                fate,
                survey,
                !c.closed() && (k.handling().open() || mayReact),
                k.handling().open(),
                form,
                kept);
    }

    private static @Nullable Clocked clock(Page page, Case k) {
        CaseClock promise = k.promise().orElse(null);
        if (promise == null) return null;
        Duration standard = CasePath.minutes(promise.timeStandard());
        if (standard == null) return null;
        Duration left = promise.remaining(k.calendar(), page.now());
        if (promise.stoppedAt() != null) return Clocked.done(standard, standard.minus(left));
        return promise.running() ? Clocked.running(standard, left) : Clocked.paused(standard, left);
    }

    private static @Nullable Content holder(Page page, CaseFile file) {
        Case k = file.k();
        Assignment a = k.current().orElse(null);
        if (a != null) {
            String since = page.times().longMoment(a.openedAt());
            return a.waitsForReporter()
                    ? page.h("portal.track.waits-since", since)
                    : page.h("portal.track.held", file.roleName(a), since);
        }
        Instant ended = k.handling().endedAt();
        return ended == null ? null : page.h("portal.track.ended", page.times().longMoment(ended));
    }

    /** Limits of the steps between are the office's own business; the last one is the reporter's. */
    private static @Nullable Limit limit(Page page, Case k) {
        return k.clocks().stream()
                .filter(c -> !c.kind().equals(CaseClock.PROMISE) && !c.outside() && c.stoppedAt() == null)
                .max(Comparator.comparing(CaseClock::deadline))
                .map(c -> new Limit(
                        Words.standard(page, c.timeStandard()), c.deadline(), c.pausedAt() != null, c.basis()))
                .orElse(null);
    }

    private static @Nullable Waiting waiting(Page page, CaseFile file, Offer offer) {
        Case k = file.k();
        Assignment a = k.current().filter(Assignment::waitsForReporter).orElse(null);
        if (a == null) return null;
        Map<String, Boolean> filled = Map.of(
                "nama", k.reporter().name() != null,
                "alamat", k.reporter().address() != null,
                "hp", k.reporter().phone() != null,
                "email", k.reporter().email() != null);
        boolean nobody = k.complaint().concernsOfficer() && k.reporter().unnamed();
        List<String> missing = nobody || k.complaint().privacy() == Privacy.TANPA_IDENTITAS
                ? List.of()
                : offer.identity().keySet().stream()
                        .filter(f -> !filled.getOrDefault(f, true))
                        .toList();
        return new Waiting(Talk.reason(page, file), missing, a.deadline());
    }
}
