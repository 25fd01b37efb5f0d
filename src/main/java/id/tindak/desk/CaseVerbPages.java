package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Privacy;
import id.tindak.handling.CaseVerbs;
import id.tindak.handling.Drafts;
import id.tindak.handling.Exclusions;
import id.tindak.handling.Handlings;
import id.tindak.handling.LimitExtensions;
import id.tindak.handling.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is possible on every case beside its step: note, message, reveal, category, privacy, joining. */
@Controller
class CaseVerbPages {

    private static final int REASON = 2_000;

    private final CaseVerbs verbs;
    private final Exclusions exclusions;
    private final LimitExtensions extensions;
    private final Handlings handlings;
    private final CaseAnswers answers;
    private final Drafts drafts;
    private final CaseShow cases;

    CaseVerbPages(
            CaseVerbs verbs,
            Exclusions exclusions,
            LimitExtensions extensions,
            Handlings handlings,
            CaseAnswers answers,
            Drafts drafts,
            CaseShow cases) {
        this.verbs = verbs;
        this.exclusions = exclusions;
        this.extensions = extensions;
        this.handlings = handlings;
        this.answers = answers;
        this.drafts = drafts;
        this.cases = cases;
    }

    @PostMapping("/aduan/{number}/catatan")
    @Access(Who.OFFICER)
    View note(Page page, Signed me, @PathVariable String number, Form form) {
        String text = form.text("isi", StepPages.LONGEST);
        if (!form.ok()) return answers.again(page, me, number, new Typed("catatan", form));
        Outcome outcome = handlings.note(me.agencyId(), me.officerId(), answers.id(me, number), text);
        Long unsent = form.id("penugasan");
        if (unsent != null && outcome instanceof Outcome.Done) drafts.discard(me.agencyId(), me.officerId(), unsent);
        return answer(page, me, number, "catatan", form, outcome, "desk.done.note");
    }

    @PostMapping("/aduan/{number}/pesan")
    @Access(Who.OFFICER)
    View notice(Page page, Signed me, @PathVariable String number, Form form) {
        String text = form.text("isi", StepPages.LONGEST);
        if (!form.ok()) return answers.again(page, me, number, new Typed("pesan", form));
        Outcome outcome = handlings.notice(me.agencyId(), me.officerId(), answers.id(me, number), text);
        return answer(page, me, number, "pesan", form, outcome, "desk.done.notice");
    }

    /** Shows the reporter's data on this one answer; nothing of it is kept by the browser. */
    @PostMapping("/aduan/{number}/buka-identitas")
    @Access(Who.OFFICER)
    View reveal(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        if (!form.ok()) return answers.again(page, me, number, new Typed("identitas", form));
        return switch (verbs.reveal(me.agencyId(), me.officerId(), answers.id(me, number), reason)) {
            case CaseVerbs.Revealed.Person person ->
                cases.page(page, me, number, Typed.NOTHING, person).noStore();
            case CaseVerbs.Revealed.Refused r ->
                answers.again(
                        page, me, number, Typed.refused("identitas", form, new Outcome.Refused(r.field(), r.reason())));
        };
    }

    @PostMapping("/aduan/{number}/kategori")
    @Access(Who.OFFICER)
    View categorise(Page page, Signed me, @PathVariable String number, Form form) {
        if (!form.sent("kategori")) form.wrong("kategori", "handling.noSuchCategory");
        if (!form.ok()) return answers.again(page, me, number, new Typed("kategori", form));
        Outcome outcome =
                verbs.categorise(me.agencyId(), me.officerId(), answers.id(me, number), form.value("kategori"));
        return answer(page, me, number, "kategori", form, outcome, "desk.done.category");
    }

    @PostMapping("/aduan/{number}/kerahasiaan")
    @Access(Who.OFFICER)
    View raisePrivacy(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        Privacy to = privacy(form.value("kerahasiaan"));
        if (!form.ok()) return answers.again(page, me, number, new Typed("kerahasiaan", form));
        Outcome outcome = verbs.raisePrivacy(me.agencyId(), me.officerId(), answers.id(me, number), to, reason);
        // raised, it is perhaps no longer for this officer's eyes
        return outcome instanceof Outcome.Done
                ? View.to(page, "/meja").flash("desk.done.privacy", number)
                : answer(page, me, number, "kerahasiaan", form, outcome, "desk.done.privacy");
    }

    @PostMapping("/aduan/{number}/perpanjang-batas")
    @Access(Who.OFFICER)
    View extend(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        String which = "perpanjang-" + form.value("batas");
        if (!form.ok()) return answers.again(page, me, number, new Typed(which, form));
        Outcome outcome =
                extensions.extend(me.agencyId(), me.officerId(), answers.id(me, number), form.value("batas"), reason);
        return answer(page, me, number, which, form, outcome, "desk.done.extended");
    }

    @PostMapping("/aduan/{number}/gabung")
    @Access(Who.OFFICER)
    View join(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        String to = form.required("nomor", 40, "desk.join.number");
        if (!form.ok()) return answers.again(page, me, number, new Typed("gabung", form));
        Outcome outcome = verbs.join(me.agencyId(), me.officerId(), answers.id(me, number), to, reason);
        return answer(page, me, number, "gabung", form, outcome, "desk.done.joined");
    }

    @PostMapping("/aduan/{number}/lepas")
    @Access(Who.OFFICER)
    View separate(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        if (!form.ok()) return answers.again(page, me, number, new Typed("lepas", form));
        Outcome outcome = verbs.separate(me.agencyId(), me.officerId(), answers.id(me, number), reason);
        return answer(page, me, number, "lepas", form, outcome, "desk.done.separated");
    }

    @PostMapping("/aduan/{number}/kecualikan")
    @Access(Who.OFFICER)
    View exclude(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        Long officer = form.id("petugas");
        if (officer == null) form.wrong("petugas", "desk.exclude.whom");
        if (!form.ok() || officer == null) return answers.again(page, me, number, new Typed("kecualikan", form));
        Outcome outcome = exclusions.exclude(me.agencyId(), me.officerId(), answers.id(me, number), officer, reason);
        if (officer == me.officerId() && outcome instanceof Outcome.Done)
            return View.to(page, "/meja").flash("desk.done.excluded");
        return answer(page, me, number, "kecualikan", form, outcome, "desk.done.excluded");
    }

    @PostMapping("/aduan/{number}/izinkan")
    @Access(Who.OFFICER)
    View admit(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        Long officer = form.id("petugas");
        if (!form.ok() || officer == null) return answers.again(page, me, number, new Typed("izinkan", form));
        Outcome outcome = exclusions.admit(me.agencyId(), me.officerId(), answers.id(me, number), officer, reason);
        return answer(page, me, number, "izinkan", form, outcome, "desk.done.admitted");
    }

    private View answer(Page page, Signed me, String number, String which, Form form, Outcome outcome, String said) {
        return answers.of(page, me, number, new Typed(which, form), outcome, said);
    }

    /** What is no mode is refused like a lowering. */
    private static Privacy privacy(String code) {
        for (Privacy p : Privacy.values()) if (p.name().equals(code)) return p;
        return Privacy.TERBUKA;
    }
}
