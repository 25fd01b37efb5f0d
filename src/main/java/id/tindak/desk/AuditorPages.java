package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an auditor begins: all cases but the confidential, newest first. Nothing here can be changed. */
@Controller
class AuditorPages {

    private static final int PAGE = 50;

    private final CaseLines lines;

    AuditorPages(CaseLines lines) {
        this.lines = lines;
    }

    @GetMapping("/audit")
    @Access(Who.AUDITOR)
    View cases(Page page, Signed me, Form form) {
        Long before = form.id("sebelum");
        List<CaseLine> found =
                lines.all(me.agencyId(), me.officerId(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        List<CaseLine> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next = found.size() > PAGE
                ? page.url("/audit?sebelum=" + shown.getLast().complaintId())
                : null;
        List<LineView> views = shown.stream().map(l -> LineView.of(page, l)).toList();
        return View.of("desk/audit.jte", page, new AuditedCases(DeskMenu.plain(page, "/audit", true), views, next));
    }
}
