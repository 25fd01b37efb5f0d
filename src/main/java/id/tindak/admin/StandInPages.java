package id.tindak.admin;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.StandIn;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers who act for others from–to: substitutes while somebody is away, and those who enter what an official decided on paper. */
@Controller
public class StandInPages {

    /** In the place of a substitute: the first of the person's list who is there. */
    private static final String IN_ORDER = "urut";

    private static final List<String> PLACES = List.of("pengganti1", "pengganti2", "pengganti3", "pengganti4");

    private final People people;

    StandInPages(People people) {
        this.people = people;
    }

    /** @param substitute empty where the person's own list decides */
    public record Row(StandIn standIn, String officer, String substitute, boolean over) {}

    /** @param orders who steps in for whom, by name, in order */
    public record Listing(
            Form form,
            Form order,
            List<Row> rows,
            Map<String, List<String>> orders,
            Map<String, String> officers,
            Map<String, String> substitutes) {

        /** Places of the list that can be filled. */
        public List<String> places() {
            return PLACES;
        }
    }

    @GetMapping("/kelola/cuti")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        return show(page, signed, Form.empty(), Form.empty());
    }

    @PostMapping("/kelola/cuti")
    @Access(Who.ADMIN)
    View store(Page page, Signed signed, Form form) {
        StandIn standIn = read(page, signed, form);
        if (standIn == null) return show(page, signed, form, Form.empty()).status(422);
        people.standIn(signed.agencyId(), standIn, signed.officerId());
        return View.to(page, "/kelola/cuti").flash("admin.standIn.set." + standIn.kind());
    }

    @PostMapping("/kelola/cuti/urutan")
    @Access(Who.ADMIN)
    View order(Page page, Signed signed, Form form) {
        Long officer = known(signed, form, "pejabat");
        List<Long> substitutes = new ArrayList<>();
        for (String place : PLACES) {
            if (form.value(place).isEmpty()) continue;
            Long substitute = known(signed, form, place);
            if (substitute == null) continue;
            if (substitute.equals(officer)) form.wrong(place, "admin.absence.same");
            else if (substitutes.contains(substitute)) form.wrong(place, "admin.standIn.twice");
            else substitutes.add(substitute);
        }
        if (!form.ok() || officer == null)
            return show(page, signed, Form.empty(), form).status(422);
        people.order(signed.agencyId(), officer, substitutes, signed.officerId());
        return View.to(page, "/kelola/cuti").flash("admin.standIn.ordered");
    }

    @PostMapping("/kelola/cuti/{id}/kembali")
    @Access(Who.ADMIN)
    View end(Page page, Signed signed, @PathVariable long id) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        StandIn standIn = people.standIns(agency).stream()
                .filter(s -> s.id() == id && !s.toDay().isBefore(today))
                .findFirst()
                .orElseThrow(Problem::notFound);
        people.end(agency, standIn, today.minusDays(1), signed.officerId());
        return View.to(page, "/kelola/cuti").flash("admin.standIn.ended." + standIn.kind());
    }

    private @Nullable StandIn read(Page page, Signed signed, Form form) {
        StandIn.Kind kind =
                form.value("sebagai").equals(StandIn.Kind.MANDAT.name()) ? StandIn.Kind.MANDAT : StandIn.Kind.PENGGANTI;
        Long officer = known(signed, form, "petugas");
        boolean inOrder = form.value("pengganti").equals(IN_ORDER);
        Long substitute = inOrder ? null : known(signed, form, "pengganti");
        if (officer != null && officer.equals(substitute)) form.wrong("pengganti", "admin.absence.same");
        if (inOrder && kind == StandIn.Kind.MANDAT) form.wrong("pengganti", "admin.standIn.named");
        if (inOrder
                && officer != null
                && people.substitutes(signed.agencyId())
                        .getOrDefault(officer, List.of())
                        .isEmpty()) form.wrong("pengganti", "admin.standIn.noOrder");
        LocalDate from = DateField.read(form, "mulai", false);
        LocalDate to = DateField.read(form, "sampai", false);
        if (from != null && to != null && to.isBefore(from)) form.wrong("sampai", "admin.form.before");
        if (to != null && to.isBefore(people.today(signed.agencyId()))) form.wrong("sampai", "admin.absence.past");
        String reason = form.line("alasan", 200);
        if (kind == StandIn.Kind.MANDAT && reason.isEmpty()) form.wrong("alasan", "admin.standIn.basis");
        if (!form.ok() || officer == null || from == null || to == null) return null;
        return new StandIn(Ids.next(page.now()), officer, substitute, kind, from, to, reason);
    }

    private @Nullable Long known(Signed signed, Form form, String field) {
        Long id = form.id(field);
        boolean there = id != null && officers(signed.agencyId()).containsKey(Long.toString(id));
        if (!there) form.wrong(field, "admin.holder.officer-missing");
        return there ? id : null;
    }

    private View show(Page page, Signed signed, Form form, Form order) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Map<Long, String> names =
                people.officers(agency).stream().collect(Collectors.toMap(Officer::id, Officer::name));
        List<Row> rows = people.standIns(agency).stream()
                .limit(200)
                .map(s -> new Row(
                        s,
                        names.getOrDefault(s.officerId(), ""),
                        s.substituteId() == null ? "" : Objects.requireNonNullElse(names.get(s.substituteId()), ""),
                        s.toDay().isBefore(today)))
                .toList();
        Map<String, List<String>> orders = new LinkedHashMap<>();
        people.substitutes(agency)
                .forEach((officer, substitutes) -> orders.put(
                        names.getOrDefault(officer, ""),
                        substitutes.stream().map(s -> names.getOrDefault(s, "")).toList()));
        Map<String, String> substitutes = new LinkedHashMap<>();
        if (!orders.isEmpty()) substitutes.put(IN_ORDER, page.t("admin.standIn.inOrder"));
        substitutes.putAll(officers(agency));
        return View.of(
                "admin/stand-ins.jte", page, new Listing(form, order, rows, orders, officers(agency), substitutes));
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
