package id.tindak.paper;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The papers of a case. Whoever may see the case may look at them and print them; the reporter's name stands on a print only when somebody who
 * may know it has given a reason, and that is logged as a reveal.
 */
@Controller
class PaperPages {

    private static final int REASON = 2_000;
    private static final int NUMBER = 80;

    private final CaseFiles cases;
    private final Papers papers;
    private final Printing printing;
    private final People people;
    private final Logos logos;

    PaperPages(CaseFiles cases, Papers papers, Printing printing, People people, Logos logos) {
        this.cases = cases;
        this.papers = papers;
        this.printing = printing;
        this.people = people;
        this.logos = logos;
    }

    @GetMapping("/aduan/{number}/naskah/{kind}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, @PathVariable String number, @PathVariable String kind) {
        CaseFile file = file(me, number);
        return shown(page, me, file, offered(file, kind), Form.empty());
    }

    /** Issues the paper, or prints it once more. A post: it is counted, and it may show who complained. */
    @PostMapping("/aduan/{number}/naskah/{kind}/pdf")
    @Access(Who.OFFICER)
    org.springframework.web.servlet.View print(
            Page page, Signed me, @PathVariable String number, @PathVariable String kind, Form form) {
        CaseFile file = file(me, number);
        OfferedPaper paper = offered(file, kind);
        boolean identity = form.checked("identitas");
        var wanted = new Printing.Wanted(
                paper.kind(), identity, form.text("alasan", REASON), form.line("nomor_naskah", NUMBER));
        if (identity && !paper.kind().names()) form.wrong("identitas", "handling.notYours");
        if (!form.ok()) return shown(page, me, file, paper, form).status(422);
        return switch (printing.print(page, me, file, wanted)) {
            case Printing.Result.Done done ->
                new Download(
                        done.name(),
                        "application/pdf",
                        done.content().length,
                        () -> new ByteArrayInputStream(done.content()));
            case Printing.Result.Refused refused -> {
                form.wrong(
                        refused.why().field().isEmpty()
                                ? "identitas"
                                : refused.why().field(),
                        refused.why().reason());
                yield shown(page, me, file, paper, form).status(422);
            }
        };
    }

    /** Declares what was issued void; the next print issues a new paper in its place. */
    @PostMapping("/aduan/{number}/naskah/{kind}/tarik")
    @Access(Who.OFFICER)
    View withdraw(Page page, Signed me, @PathVariable String number, @PathVariable String kind, Form form) {
        CaseFile file = file(me, number);
        OfferedPaper paper = offered(file, kind);
        String reason = form.required("alasan_tarik", REASON, "handling.reasonMissing");
        Long id = form.id("naskah");
        Complaint c = file.k().complaint();
        Paper found = papers.of(c, paper.kind()).stream()
                .filter(p -> id != null && p.id() == id && p.valid())
                .findFirst()
                .orElse(null);
        if (!file.sight().acts() || found == null) form.wrong("alasan_tarik", "paper.withdraw.gone");
        if (!form.ok() || found == null)
            return shown(page, me, file, paper, form).status(422);
        papers.withdraw(c, found, me.officerId(), reason);
        return View.to(
                        page,
                        "/aduan/" + c.publicNumber() + "/naskah/" + paper.kind().code())
                .flash("paper.withdraw.done");
    }

    private CaseFile file(Signed me, String number) {
        return cases.forOfficer(me.agencyId(), me.officerId(), me.auditor(), number)
                .orElseThrow(Problem::notFound);
    }

    private static OfferedPaper offered(CaseFile file, String kind) {
        return OfferedPaper.of(file).stream()
                .filter(o -> o.kind().code().equals(kind))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private View shown(Page page, Signed me, CaseFile file, OfferedPaper offered, Form form) {
        Complaint c = file.k().complaint();
        PaperKind kind = offered.kind();
        List<Paper> issued = papers.of(c, kind);
        Paper plain = issued.stream()
                .filter(p -> p.valid() && !p.identity() && p.round() == kind.round(c))
                .findFirst()
                .orElse(null);
        PaperPage m = new PaperPage(
                c.publicNumber(),
                kind,
                plain == null ? printing.preview(file, kind) : plain.content(),
                logos.of(c.agencyId()) != null,
                lines(page, c, issued),
                kind.names() && file.sight().identity(),
                offered.due() ? page.t("paper.print.why-sop", page.t(kind.key()).toLowerCase(Locale.ROOT)) : "",
                kind == PaperKind.NOTA_HASIL
                        || Sheets.outgoing(file).isEmpty()
                                && (kind == PaperKind.SURAT_JAWABAN || kind == PaperKind.SURAT_PENERUSAN),
                file.sight().acts() && !me.auditor(),
                me.auditor(),
                form);
        return View.of("paper/page.jte", page, m);
    }

    private List<PaperPage.Issued> lines(Page page, Complaint c, List<Paper> issued) {
        Set<Long> ids = issued.stream().map(Paper::issuedBy).collect(Collectors.toSet());
        Map<Long, Officer> names = people.officers(c.agencyId(), ids);
        return issued.stream().map(p -> line(page, p, names.get(p.issuedBy()))).toList();
    }

    private static PaperPage.Issued line(Page page, Paper p, @Nullable Officer by) {
        return new PaperPage.Issued(
                page.t(
                        "paper.issued.line",
                        page.times().moment(p.issuedAt()),
                        by == null ? "" : by.name(),
                        p.prints(),
                        p.pages()),
                p.supersededBy() != null ? "paper.state.superseded" : p.valid() ? "" : "paper.state.withdrawn",
                "/periksa/" + p.code(),
                Long.toString(p.id()),
                p.identity(),
                p.valid());
    }
}
