package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Outcome;
import id.tindak.handling.Publishing;
import id.tindak.publication.Publication;
import id.tindak.publication.Publications;
import id.tindak.publication.Wording;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Wording a case for the public beside the original, and taking back what the public reads (Mojokerto B1 and B2). */
@Controller
class PublicationPages {

    private final Publications publications;
    private final CaseShow cases;

    PublicationPages(Publications publications, CaseShow cases) {
        this.publications = publications;
        this.cases = cases;
    }

    @GetMapping("/aduan/{number}/terbitan")
    @Access(Who.OFFICER)
    View edit(Page page, Signed me, @PathVariable String number) {
        CaseFile file = file(me, number);
        Publication p = publications.of(file.k().complaint());
        return view(page, file, p, form(Publications.begun(p, file)));
    }

    @PostMapping("/aduan/{number}/terbitan")
    @Access(Who.OFFICER)
    View keep(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = file(me, number);
        Wording typed = new Wording(
                form.required("judul", Wording.LONGEST_TITLE, "publication.title-missing"),
                form.required("aduan", Wording.LONGEST_TEXT, "publication.complaint-missing"),
                form.required("jawaban", Wording.LONGEST_TEXT, "publication.answer-missing"),
                Set.copyOf(form.many("terbuka")));
        if (form.ok()) {
            Outcome outcome = publications.word(file, me.officerId(), (int) form.number("versi"), typed);
            if (outcome instanceof Outcome.Done)
                return View.to(page, here(number) + "#tampak").flash("publication.kept");
            form.wrong("judul", outcome instanceof Outcome.Refused refused ? refused.reason() : "publication.conflict");
        }
        return view(page, file, publications.of(file.k().complaint()), form).status(422);
    }

    @PostMapping("/aduan/{number}/terbitan/terbitkan")
    @Access(Who.OFFICER)
    View publish(Page page, Signed me, @PathVariable String number) {
        return switch (publications.publish(file(me, number), me.officerId())) {
            case Outcome.Done done -> View.to(page, here(number)).flash("publication.published");
            case Outcome.Refused refused -> View.to(page, here(number)).flash(refused.reason());
            case Outcome.Conflict conflict -> View.to(page, here(number));
        };
    }

    @PostMapping("/aduan/{number}/terbitan/tarik")
    @Access(Who.OFFICER)
    View withdraw(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = file(me, number);
        String reason = form.required("alasan", StepPages.LONGEST, "publication.reason-missing");
        if (form.ok()) {
            Outcome outcome = publications.withdraw(file, me.officerId(), reason);
            if (outcome instanceof Outcome.Done)
                return View.to(page, here(number)).flash("publication.withdrawn");
            if (outcome instanceof Outcome.Refused refused) form.wrong("alasan", refused.reason());
        }
        Publication p = publications.of(file.k().complaint());
        form(Publications.begun(p, file)).kept().forEach((field, values) -> form.with(field, values));
        return view(page, file, p, form).status(422);
    }

    private static Form form(Wording w) {
        return Form.empty()
                .with("judul", w.title())
                .with("aduan", w.complaint())
                .with("jawaban", w.answer())
                .with("terbuka", java.util.List.copyOf(w.open()));
    }

    private static View view(Page page, CaseFile file, Publication p, Form form) {
        return View.of("desk/publication.jte", page, PublicationEditor.of(page, file, p, form));
    }

    /** @throws Problem 404 where this officer does not word the case for the public */
    private CaseFile file(Signed me, String number) {
        CaseFile file = cases.file(me, number);
        if (!Publishing.rights(file).edits()) throw Problem.notFound();
        return file;
    }

    private static String here(String number) {
        return StepPages.here(number) + "/terbitan";
    }
}
