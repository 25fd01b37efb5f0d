package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Outcome;
import id.tindak.handling.Oversight;
import id.tindak.handling.Refusals;
import id.tindak.handling.Transfers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What takes a case out of its procedure, or judges who did: confirming a refusal, abuse of power, the answer of an outside body. */
@Controller
class BeyondPages {

    private static final int REASON = 2_000;

    private final Refusals refusals;
    private final Oversight oversight;
    private final Transfers transfers;
    private final OfficerFiles files;
    private final CaseAnswers answers;

    BeyondPages(Refusals refusals, Oversight oversight, Transfers transfers, OfficerFiles files, CaseAnswers answers) {
        this.refusals = refusals;
        this.oversight = oversight;
        this.transfers = transfers;
        this.files = files;
        this.answers = answers;
    }

    @PostMapping("/aduan/{number}/penolakan/setuju")
    @Access(Who.OFFICER)
    View confirm(Page page, Signed me, @PathVariable String number, Form form) {
        Outcome outcome =
                refusals.confirm(me.agencyId(), me.officerId(), answers.id(me, number), form.number("penugasan"), (int)
                        form.number("versi"));
        return answer(page, me, number, "konfirmasi", form, outcome, "desk.done.confirmed");
    }

    @PostMapping("/aduan/{number}/penolakan/tidak-setuju")
    @Access(Who.OFFICER)
    View decline(Page page, Signed me, @PathVariable String number, Form form) {
        return withReason(page, me, number, "konfirmasi", form, refusals::decline, "desk.done.declined");
    }

    @PostMapping("/aduan/{number}/pengawasan")
    @Access(Who.OFFICER)
    View allege(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", REASON);
        Set<Long> accused = form.many("terlapor").stream()
                .filter(v -> v.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        if (!form.ok()) return answers.again(page, me, number, new Typed("pengawasan", form));
        Outcome outcome = oversight.allege(
                me.agencyId(), me.officerId(), answers.id(me, number), form.value("peran"), accused, reason);
        return answer(page, me, number, "pengawasan", form, outcome, "desk.done.oversight");
    }

    @PostMapping("/aduan/{number}/ke-prosedur")
    @Access(Who.OFFICER)
    View release(Page page, Signed me, @PathVariable String number, Form form) {
        return withReason(page, me, number, "prosedur", form, oversight::release, "desk.done.released");
    }

    @PostMapping("/aduan/{number}/jawaban-luar")
    @Access(Who.OFFICER)
    View outside(Page page, Signed me, @PathVariable String number, Form form) {
        String text = form.text("isi", StepPages.LONGEST);
        List<StoredFile> attached = files.take(me, form, "berkas");
        if (!form.ok()) return answers.again(page, me, number, new Typed("luar", form));
        Outcome outcome = transfers.answered(
                me.agencyId(), me.officerId(), answers.id(me, number), form.number("alih"), text, attached);
        return answers.of(page, me, number, new Typed("luar", form), outcome, "desk.done.outside");
    }

    /** A verb on open work that asks for a reason. */
    private interface Reasoned {
        Outcome act(int agencyId, long officerId, long complaintId, long assignmentId, int version, String reason);
    }

    private View withReason(Page page, Signed me, String number, String which, Form form, Reasoned verb, String said) {
        String reason = form.text("alasan", REASON);
        if (!form.ok()) return answers.again(page, me, number, new Typed(which, form));
        Outcome outcome = verb.act(
                me.agencyId(),
                me.officerId(),
                answers.id(me, number),
                form.number("penugasan"),
                (int) form.number("versi"),
                reason);
        return answer(page, me, number, which, form, outcome, said);
    }

    /** Done, it is no longer with this officer: on to the desk. */
    private View answer(Page page, Signed me, String number, String which, Form form, Outcome outcome, String said) {
        return switch (outcome) {
            case Outcome.Done done ->
                View.to(page, "/meja").flash(said, done.complaint().publicNumber());
            case Outcome.Refused refused -> answers.again(page, me, number, Typed.refused(which, form, refused));
            case Outcome.Conflict conflict ->
                answers.conflict(page, me, number, form.number("penugasan"), new Typed(which, form));
        };
    }
}
