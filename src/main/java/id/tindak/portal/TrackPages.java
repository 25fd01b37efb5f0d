package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Download;
import id.tindak.base.web.ErrorView;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.LostPosts;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.View;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Attachment;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Uploads;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.intake.KeptFile;
import id.tindak.intake.SentFiles;
import id.tindak.message.Enclosures;
import id.tindak.paper.AnswerLetter;
import id.tindak.survey.Surveys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tracking: by number alone or number and code, and what the reporter can do with the own case. */
@Controller
class TrackPages {

    /** Field of what was sent when the browser's proof had ended. */
    private static final String LOST = "simpanan";

    private final Tracker tracker;
    private final TrackProof trackProof;
    private final CaseFiles caseFiles;
    private final ReporterVerbs verbs;
    private final Offers offers;
    private final SentFiles sentFiles;
    private final AttachedFiles files;
    private final AnswerLetter letters;
    private final LostPosts lostPosts;
    private final Fates fates;
    private final Surveys surveys;
    private final Limits limits;

    TrackPages(
            Tracker tracker,
            TrackProof trackProof,
            CaseFiles caseFiles,
            ReporterVerbs verbs,
            Offers offers,
            SentFiles sentFiles,
            AttachedFiles files,
            AnswerLetter letters,
            LostPosts lostPosts,
            Fates fates,
            Surveys surveys,
            Limits limits) {
        this.tracker = tracker;
        this.trackProof = trackProof;
        this.caseFiles = caseFiles;
        this.verbs = verbs;
        this.offers = offers;
        this.sentFiles = sentFiles;
        this.files = files;
        this.letters = letters;
        this.lostPosts = lostPosts;
        this.fates = fates;
        this.surveys = surveys;
        this.limits = limits;
    }

    @GetMapping("/lacak")
    @Access(Access.Who.PUBLIC)
    View ask(Page page) {
        return asked(page, Form.empty());
    }

    @PostMapping("/lacak")
    @Access(Access.Who.PUBLIC)
    View find(Page page, Form form, HttpServletRequest request, HttpServletResponse response) {
        String number = form.required("nomor", 40, "portal.track.number-missing");
        String code = form.line("kode", 40);
        if (!form.ok()) return asked(page, form).status(422);
        return switch (tracker.find(page.brand().agencyId(), number, code, ComplaintFormPages.visitor(page, request))) {
            case Tracker.Open open -> opened(page, open.known().complaint(), form, request, response);
            case Tracker.Glance glance ->
                View.of("portal/glance.jte", page, Glanced.of(caseFiles.forReporter(glance.known())))
                        .noStore();
            case Tracker.Nothing nothing ->
                refused(page, form, code.isEmpty() ? "portal.track.unknown" : "portal.track.no-match");
            case Tracker.TooOften tooOften -> tooOften(page, form);
        };
    }

    @GetMapping("/lacak/{number}")
    @Access(Access.Who.PUBLIC)
    View show(
            Page page,
            @PathVariable String number,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof) {
        return tracker.proven(page.brand().agencyId(), number, proof)
                .map(known -> shown(page, caseFiles.forReporter(known), Form.empty(), List.of()))
                .orElseGet(() -> asked(page, Form.empty().with("nomor", Form.clean(number))));
    }

    /** The link of a mail: carries the code, and a proof that it was mailed to the address on record. */
    @GetMapping(path = "/lacak/{number}", params = "kode")
    @Access(Access.Who.PUBLIC)
    View followed(
            Page page,
            @PathVariable String number,
            @RequestParam String kode,
            @RequestParam(defaultValue = "") String surel,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = Form.empty().with("nomor", Form.clean(number));
        return switch (tracker.find(page.brand().agencyId(), number, kode, ComplaintFormPages.visitor(page, request))) {
            case Tracker.Open open -> {
                tracker.confirm(open.known(), surel);
                yield opened(page, open.known().complaint(), form, request, response);
            }
            case Tracker.TooOften tooOften -> tooOften(page, form);
            case Tracker.Found other -> refused(page, form, "portal.track.no-match");
        };
    }

    @PostMapping("/lacak/{number}")
    @Access(Access.Who.PUBLIC)
    View write(
            Page page,
            Form form,
            @PathVariable String number,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof,
            HttpServletRequest request) {
        return proven(page, number, proof, request, known -> {
            CaseFile file = caseFiles.forReporter(known);
            var kept = sentFiles.take(page, form, Uploads.Origin.PUBLIC);
            Reply reply = Reply.parse(
                    form, file, offers.of(page.brand().agencyId(), file.k().sop()));
            if (!form.ok()) return shown(page, file, form, kept).status(422);
            if (!limits.take(Limits.Of.MESSAGE, ComplaintFormPages.visitor(page, request)))
                return shown(page, file, fault(form, "web.error.429"), kept).status(429);
            return done(
                    page,
                    file,
                    form,
                    kept,
                    verbs.write(
                            page.brand().agencyId(),
                            known.complaint().id(),
                            reply.text(),
                            reply.supplied(),
                            SentFiles.files(kept)));
        });
    }

    @GetMapping("/lacak/{number}/tarik")
    @Access(Access.Who.PUBLIC)
    View askWithdrawal(
            Page page,
            @PathVariable String number,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof,
            HttpServletRequest request) {
        return proven(page, number, proof, request, known -> {
            CaseFile file = caseFiles.forReporter(known);
            if (!file.k().handling().open())
                return View.to(page, path(known.complaint())).flash("handling.closed");
            return withdrawal(page, known.complaint(), Form.empty());
        });
    }

    @PostMapping("/lacak/{number}/tarik")
    @Access(Access.Who.PUBLIC)
    View withdraw(
            Page page,
            Form form,
            @PathVariable String number,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof,
            HttpServletRequest request) {
        return proven(page, number, proof, request, known -> {
            Complaint c = known.complaint();
            String reason = form.text("alasan", Reply.LONGEST);
            if (!form.ok()) return withdrawal(page, c, form).status(422);
            return switch (verbs.withdraw(c.agencyId(), c.id(), reason)) {
                case Outcome.Done done -> View.to(page, path(c)).flash("portal.withdraw.done");
                case Outcome.Refused refused -> View.to(page, path(c)).flash(refused.reason());
                case Outcome.Conflict conflict -> View.to(page, path(c));
            };
        });
    }

    @GetMapping("/lacak/{number}/berkas/{id}")
    @Access(Access.Who.PUBLIC)
    org.springframework.web.servlet.View attachment(
            Page page,
            @PathVariable String number,
            @PathVariable long id,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof) {
        CaseFile file = tracker.proven(page.brand().agencyId(), number, proof)
                .map(caseFiles::forReporter)
                .orElseThrow(Problem::notFound);
        Attachment a = file.attachments().stream()
                .filter(x -> x.id() == id && file.messages().stream().anyMatch(m -> m.id() == x.messageId()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return new Download(
                a.file().name(),
                a.file().mediaType(),
                a.file().size(),
                () -> files.open(page.brand().agencyId(), a.file()));
    }

    /** The letter of answer, once there is an answer; made when it is first asked for, the same file ever after. */
    @GetMapping("/lacak/{number}/surat-jawaban")
    @Access(Access.Who.PUBLIC)
    Download letter(
            Page page,
            @PathVariable String number,
            @CookieValue(name = TrackProof.COOKIE, required = false) @Nullable String proof) {
        Enclosures.Enclosure letter = tracker.proven(page.brand().agencyId(), number, proof)
                .flatMap(known -> letters.of(known.complaint()))
                .orElseThrow(Problem::notFound);
        return new Download(
                letter.name(),
                letter.mediaType(),
                letter.content().length,
                () -> new ByteArrayInputStream(letter.content()));
    }

    /** What was sent without the proof is kept until number and code are shown again. */
    private View proven(
            Page page,
            String number,
            @Nullable String proof,
            HttpServletRequest request,
            Function<Complaints.Known, View> use) {
        return tracker.proven(page.brand().agencyId(), number, proof).map(use).orElseGet(() -> {
            Form form = Form.empty().with("nomor", Form.clean(number));
            if (request.getMethod().equals("POST")) form.with(LOST, lostPosts.keep(request, page));
            return refused(page, form, "portal.track.closed-again");
        });
    }

    private View done(Page page, CaseFile file, Form form, List<KeptFile> kept, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> View.to(page, path(done.complaint())).flash("portal.track.sent");
            case Outcome.Refused refused ->
                shown(page, file, fault(form, refused.reason()), kept).status(422);
            case Outcome.Conflict conflict -> View.to(page, path(file.k().complaint()));
        };
    }

    private View opened(Page page, Complaint c, Form form, HttpServletRequest request, HttpServletResponse response) {
        trackProof.give(page, c, request, response);
        ErrorView.Kept lost = lostPosts.open(form.value(LOST), page);
        return lost == null ? View.to(page, path(c)).noStore() : ErrorView.resume(page, lost);
    }

    private View shown(Page page, CaseFile file, Form form, List<KeptFile> kept) {
        Offer offer = offers.of(page.brand().agencyId(), file.k().sop());
        return View.of(
                        "portal/case.jte",
                        page,
                        Tracking.of(page, file, offer, form, kept, fates.of(page, file), survey(file)))
                .noStore();
    }

    /** Once the case has ended, until it is answered. */
    private @Nullable String survey(CaseFile file) {
        Complaint c = file.k().complaint();
        return file.k().handling().open()
                ? null
                : surveys.offered(c.agencyId(), c.id()).orElse(null);
    }

    private static View withdrawal(Page page, Complaint c, Form form) {
        return View.of("portal/withdraw.jte", page, new Withdrawal(c, form)).noStore();
    }

    private static View asked(Page page, Form form) {
        return View.of("portal/track.jte", page, form).noStore();
    }

    private static View refused(Page page, Form form, String key) {
        form.wrong("nomor", key);
        return asked(page, form).status(422);
    }

    private static View tooOften(Page page, Form form) {
        form.wrong("nomor", "web.error.429");
        return asked(page, form).status(429).header("Retry-After", "60");
    }

    private static Form fault(Form form, String key) {
        form.wrong(Reply.TEXT, key);
        return form;
    }

    private static String path(Complaint c) {
        return "/lacak/" + c.publicNumber();
    }
}
