package id.tindak.admin;

import id.tindak.agency.Absence;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers who are away from–to; the substitute finds their work on the own desk meanwhile, nothing moves. */
@Controller
public class AbsencePages {

    private final People people;

    AbsencePages(People people) {
        this.people = people;
    }

    public record Row(Absence absence, String officer, String substitute, boolean over) {}

    public record Listing(Form form, List<Row> rows, Map<String, String> officers) {}

    @GetMapping("/kelola/cuti")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        return show(page, signed, Form.empty());
    }

    @PostMapping("/kelola/cuti")
    @Access(Who.ADMIN)
    View away(Page page, Signed signed, Form form) {
        Absence absence = read(page, signed, form);
        if (absence == null) return show(page, signed, form).status(422);
        people.away(signed.agencyId(), absence, signed.officerId());
        return View.to(page, "/kelola/cuti").flash("admin.absence.set");
    }

    @PostMapping("/kelola/cuti/{id}/kembali")
    @Access(Who.ADMIN)
    View back(Page page, Signed signed, @PathVariable long id) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Absence absence = people.absences(agency).stream()
                .filter(a -> a.id() == id && !a.toDay().isBefore(today))
                .findFirst()
                .orElseThrow(Problem::notFound);
        people.back(agency, absence, today.minusDays(1), signed.officerId());
        return View.to(page, "/kelola/cuti").flash("admin.absence.ended");
    }

    private @Nullable Absence read(Page page, Signed signed, Form form) {
        Long officer = known(signed, form, "petugas");
        Long substitute = known(signed, form, "pengganti");
        if (officer != null && officer.equals(substitute)) form.wrong("pengganti", "admin.absence.same");
        LocalDate from = DateField.read(form, "mulai", false);
        LocalDate to = DateField.read(form, "sampai", false);
        if (from != null && to != null && to.isBefore(from)) form.wrong("sampai", "admin.form.before");
        if (to != null && to.isBefore(people.today(signed.agencyId()))) form.wrong("sampai", "admin.absence.past");
        String reason = form.line("alasan", 200);
        if (!form.ok() || officer == null || substitute == null || from == null || to == null) return null;
        return new Absence(Ids.next(page.now()), officer, substitute, from, to, reason);
    }

    private @Nullable Long known(Signed signed, Form form, String field) {
        Long id = form.id(field);
        boolean there = id != null && officers(signed.agencyId()).containsKey(Long.toString(id));
        if (!there) form.wrong(field, "admin.holder.officer-missing");
        return there ? id : null;
    }

    private View show(Page page, Signed signed, Form form) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Map<Long, String> names =
                people.officers(agency).stream().collect(Collectors.toMap(Officer::id, Officer::name));
        List<Row> rows = people.absences(agency).stream()
                .limit(200)
                .map(a -> new Row(
                        a,
                        names.getOrDefault(a.officerId(), ""),
                        names.getOrDefault(a.substituteId(), ""),
                        a.toDay().isBefore(today)))
                .toList();
        return View.of("admin/absences.jte", page, new Listing(form, rows, officers(agency)));
    }

    private Map<String, String> officers(int agency) {
        LocalDate today = people.today(agency);
        Map<String, String> choices = new LinkedHashMap<>();
        people.officers(agency).stream()
                .filter(o -> o.activeUntil() == null || !o.activeUntil().isBefore(today))
                .forEach(o -> choices.put(Long.toString(o.id()), o.name() + " (" + o.username() + ")"));
        return choices;
    }
}
