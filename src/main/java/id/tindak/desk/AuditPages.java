package id.tindak.desk;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.Chain;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.Texts;
import id.tindak.base.web.View;
import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What an auditor reads: all cases but the confidential, and the chain of administrative changes. Nothing here can be changed. */
@Controller
class AuditPages {

    private static final int PAGE = 50;

    private final CaseLines lines;
    private final AgencyEvents events;
    private final People people;

    AuditPages(CaseLines lines, AgencyEvents events, People people) {
        this.lines = lines;
        this.events = events;
        this.people = people;
    }

    @GetMapping("/audit")
    @Access(Who.AUDITOR)
    View cases(Page page, Signed me, Form form) {
        Long before = form.id("sebelum");
        List<CaseLine> found = lines.all(me.agencyId(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        List<CaseLine> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next = found.size() > PAGE ? page.url("/audit?sebelum=" + shown.getLast().complaintId()) : null;
        List<LineView> views = shown.stream().map(l -> LineView.of(page, l)).toList();
        return View.of("desk/audit.jte", page, new AuditedCases(Rail.plain(page, "/audit"), views, next));
    }

    @GetMapping("/audit/peristiwa")
    @Access({Who.AUDITOR, Who.ADMIN})
    View events(Page page, Signed me, Form form) {
        Long before = form.id("sebelum");
        int from = before == null ? Integer.MAX_VALUE : (int) Math.min(before, Integer.MAX_VALUE);
        List<Chain> found = events.page(me.agencyId(), from, PAGE + 1);
        List<Chain> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next = found.size() > PAGE
                ? page.url("/audit/peristiwa?sebelum=" + shown.getLast().seq())
                : null;
        List<AuditedChanges.Change> changes = shown.stream().map(e -> change(page, me, e)).toList();
        return View.of("desk/audit-events.jte", page, new AuditedChanges(Rail.plain(page, "/audit/peristiwa"), changes, next));
    }

    private AuditedChanges.Change change(Page page, Signed me, Chain e) {
        Long actor = e.actor();
        String who = actor == null
                ? page.t("desk.system")
                : people.officers(me.agencyId(), List.of(actor)).values().stream()
                        .findFirst()
                        .map(o -> o.name())
                        .orElse(page.t("desk.officer", Long.toString(actor)));
        String key = "event.agency." + e.kind();
        String facts = e.facts().entrySet().stream()
                .map((Map.Entry<String, String> f) -> f.getKey() + " " + f.getValue())
                .collect(Collectors.joining(", "));
        return new AuditedChanges.Change(
                e.seq(),
                e.at(),
                who,
                Texts.has(key) ? page.t(key) : e.kind(),
                facts,
                HexFormat.of().formatHex(e.hash()));
    }
}
