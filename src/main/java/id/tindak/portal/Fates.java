package id.tindak.portal;

import id.tindak.account.ReporterCode;
import id.tindak.agency.Agencies;
import id.tindak.base.web.Page;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Move;
import id.tindak.handling.Queue;
import id.tindak.handling.RefusalGround;
import id.tindak.handling.RefusalGrounds;
import id.tindak.handling.Transfer;
import id.tindak.message.Message;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the {@link Fate} of a case off the case. */
@Component
class Fates {

    private final RefusalGrounds grounds;
    private final Agencies agencies;
    private final ReporterCode codes;

    Fates(RefusalGrounds grounds, Agencies agencies, ReporterCode codes) {
        this.grounds = grounds;
        this.agencies = agencies;
        this.codes = codes;
    }

    Fate of(Page page, CaseFile file) {
        Case k = file.k();
        return new Fate(
                k.handling().refused() || k.handling().expired() ? refusal(page, file) : null,
                k.transfers().stream().map(t -> place(page, t)).toList(),
                Move.of(k).stream().map(m -> step(page, file, m)).toList());
    }

    private Fate.Refusal refusal(Page page, CaseFile file) {
        Complaint c = file.k().complaint();
        RefusalGround ground = grounds.used(
                        c.agencyId(),
                        file.k().handling().ground(),
                        file.k().handling().endedAt())
                .orElse(null);
        Instant until = c.closed() ? null : c.reactUntil();
        return new Fate.Refusal(
                ground == null ? "" : ground.name(),
                ground == null ? "" : ground.explanation(),
                file.k().handling().refused() ? reason(file) : "",
                file.k().handling().refused(),
                until != null && page.now().isBefore(until) ? until : null,
                agencies.settings(c.agencyId()).text("jalur_lanjutan"));
    }

    private static String reason(CaseFile file) {
        return file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.REASON)
                .reduce((first, second) -> second)
                .map(Message::body)
                .orElse("");
    }

    private Fate.Place place(Page page, Transfer t) {
        return switch (t.kind()) {
            case UNIT -> new Fate.Place(page.t("portal.away.unit", t.place()), "", null, t.place());
            case BODY ->
                new Fate.Place(
                        page.t(t.awaited() ? "portal.away.body" : "portal.away.body-answered", t.place()),
                        "",
                        null,
                        t.place());
            case ORIGIN -> elsewhere(t, page.t("portal.away.origin", t.place(), String.valueOf(t.otherNumber())), "");
            case AGENCY -> {
                Integer agency = t.otherAgency();
                Long there = t.otherComplaint();
                if (agency == null || there == null)
                    yield new Fate.Place(page.t("portal.away.on-its-way", t.place()), "", null, t.place());
                // who has shown the code of this number gets the one with which the copy was filed
                yield elsewhere(
                        t,
                        page.t("portal.away.agency", t.place(), String.valueOf(t.otherNumber())),
                        codes.of(agency, there, 0));
            }
        };
    }

    private Fate.Place elsewhere(Transfer t, String text, String code) {
        Integer agency = t.otherAgency();
        String link = agencies.all().stream()
                .filter(a -> agency != null && a.id() == agency)
                .map(a -> a.baseUrl() + "/lacak/" + t.otherNumber())
                .findFirst()
                .orElse(null);
        return new Fate.Place(text, code, link, t.place());
    }

    private static Fate.Step step(Page page, CaseFile file, Move m) {
        Assignment from = m.from();
        String key = "portal.move." + m.kind().name().toLowerCase(Locale.ROOT);
        String when = page.times().near(m.at(), page.now());
        if (from == null) return new Fate.Step(page.t(key, m.place()), when);
        return new Fate.Step(
                page.t(key, file.roleName(from), to(file, m.to(), m.place())),
                page.t("portal.move.held", when, page.times().working(m.held())));
    }

    private static String to(CaseFile file, @Nullable Assignment to, String place) {
        return to == null || to.queue().equals(Queue.REPORTER) ? place : file.roleName(to);
    }
}
