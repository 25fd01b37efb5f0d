package id.tindak.desk;

import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Commitments;
import id.tindak.handling.Desk;
import id.tindak.handling.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What answers promised beyond themselves: the list of what is open, closing with evidence, renewing with a reason. */
@Controller
class CommitmentPages {

    private static final int REASON = 2_000;

    private final Commitments commitments;
    private final OfficerFiles files;
    private final Desk desk;
    private final People people;
    private final CaseAnswers answers;

    CommitmentPages(Commitments commitments, OfficerFiles files, Desk desk, People people, CaseAnswers answers) {
        this.commitments = commitments;
        this.files = files;
        this.desk = desk;
        this.people = people;
        this.answers = answers;
    }

    @GetMapping("/meja/janji")
    @Access(Who.OFFICER)
    View list(Page page, Signed me, Form form) {
        LocalDate day = BesideForm.day(form, "sesudah");
        Commitments.Place after = day == null ? Commitments.Place.START : new Commitments.Place(day, form.number("id"));
        Map<Long, String> units = people.units(me.agencyId()).stream().collect(Collectors.toMap(Unit::id, Unit::name));
        boolean wide = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/promises.jte",
                page,
                CommitmentList.of(
                        page,
                        DeskMenu.plain(page, "/meja/janji", wide),
                        commitments.page(me.agencyId(), me.officerId(), after),
                        units,
                        people.today(me.agencyId())));
    }

    @PostMapping("/aduan/{number}/janji/{id}/tuntas")
    @Access(Who.OFFICER)
    View fulfil(Page page, Signed me, @PathVariable String number, @PathVariable long id, Form form) {
        String which = "tuntas-" + id;
        String text = form.text("isi", StepPages.LONGEST);
        List<StoredFile> evidence = files.take(me, form, "berkas");
        if (!form.ok()) return answers.again(page, me, number, new Typed(which, form));
        Outcome outcome = commitments.fulfil(me.agencyId(), me.officerId(), answers.id(me, number), id, text, evidence);
        return answers.of(page, me, number, new Typed(which, form), outcome, "desk.done.promise-kept");
    }

    @PostMapping("/aduan/{number}/janji/{id}/perpanjang")
    @Access(Who.OFFICER)
    View renew(Page page, Signed me, @PathVariable String number, @PathVariable long id, Form form) {
        String which = "perpanjang-" + id;
        LocalDate until = BesideForm.day(form, "tanggal");
        String reason = form.text("alasan", REASON);
        if (until == null) form.wrong("tanggal", "desk.promise.day-missing");
        if (until == null || !form.ok()) return answers.again(page, me, number, new Typed(which, form));
        Outcome outcome = commitments.renew(me.agencyId(), me.officerId(), answers.id(me, number), id, until, reason);
        return answers.of(page, me, number, new Typed(which, form), outcome, "desk.done.promise-renewed");
    }
}
