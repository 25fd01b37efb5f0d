package id.tindak.admin;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Handovers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Units: list, add, change, end with a successor. */
@Controller
public class UnitPages {

    private final People people;
    private final Handovers handovers;

    UnitPages(People people, Handovers handovers) {
        this.people = people;
        this.handovers = handovers;
    }

    /** @param holders how many hold a role in it today */
    public record Row(Unit unit, @Nullable Unit successor, long holders, boolean valid) {}

    public record Listing(List<Row> rows, long valid) {}

    /** @param unit null for a new one */
    public record Editing(Form form, @Nullable Unit unit, String action) {}

    /** @param holders names of the roles' holders who go along */
    public record Ending(Form form, Unit unit, Map<String, String> successors, int cases, long holders) {}

    @GetMapping("/kelola/unit")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        List<Unit> units = people.units(agency);
        Map<Long, Unit> byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<Long, Long> holders = people.holders(agency).stream()
                .filter(h -> h.unitId() != null && h.validOn(today))
                .collect(Collectors.groupingBy(h -> Objects.requireNonNull(h.unitId()), Collectors.counting()));
        List<Row> rows = units.stream()
                .map(u -> new Row(
                        u,
                        u.successorId() == null ? null : byId.get(u.successorId()),
                        holders.getOrDefault(u.id(), 0L),
                        u.validOn(today)))
                .toList();
        return View.of(
                "admin/units.jte",
                page,
                new Listing(rows, rows.stream().filter(Row::valid).count()));
    }

    @GetMapping("/kelola/unit/baru")
    @Access(Who.ADMIN)
    View blank(Page page, Signed signed) {
        Form form = Form.empty().with("mulai", people.today(signed.agencyId()).toString());
        return View.of("admin/unit.jte", page, new Editing(form, null, "/kelola/unit/baru"));
    }

    @PostMapping("/kelola/unit/baru")
    @Access(Who.ADMIN)
    View add(Page page, Signed signed, Form form) {
        Unit unit = UnitForm.read(form, Ids.next(page.now()), null, people.units(signed.agencyId()));
        if (unit != null) {
            try {
                people.add(signed.agencyId(), unit, signed.officerId());
                return View.to(page, "/kelola/unit").flash("admin.unit.added", unit.name());
            } catch (DuplicateKeyException e) {
                form.wrong("kode", "admin.unit.code-taken", unit.code());
            }
        }
        return View.of("admin/unit.jte", page, new Editing(form, null, "/kelola/unit/baru"))
                .status(422);
    }

    @GetMapping("/kelola/unit/{id}")
    @Access(Who.ADMIN)
    View edit(Page page, Signed signed, @PathVariable long id) {
        Unit unit = find(signed, id);
        return View.of("admin/unit.jte", page, new Editing(UnitForm.of(unit), unit, "/kelola/unit/" + id));
    }

    @PostMapping("/kelola/unit/{id}")
    @Access(Who.ADMIN)
    View change(Page page, Signed signed, Form form, @PathVariable long id) {
        Unit before = find(signed, id);
        Unit unit = UnitForm.read(form, id, before, people.units(signed.agencyId()));
        if (unit != null) {
            try {
                people.change(signed.agencyId(), unit, signed.officerId());
                return View.to(page, "/kelola/unit").flash("admin.unit.changed", unit.name());
            } catch (DuplicateKeyException e) {
                form.wrong("kode", "admin.unit.code-taken", unit.code());
            }
        }
        return View.of("admin/unit.jte", page, new Editing(form, before, "/kelola/unit/" + id))
                .status(422);
    }

    @GetMapping("/kelola/unit/{id}/akhiri")
    @Access(Who.ADMIN)
    View ending(Page page, Signed signed, @PathVariable long id) {
        Form form =
                Form.empty().with("terakhir", people.today(signed.agencyId()).toString());
        return ending(page, signed, form, find(signed, id));
    }

    @PostMapping("/kelola/unit/{id}/akhiri")
    @Access(Who.ADMIN)
    View end(Page page, Signed signed, Form form, @PathVariable long id) {
        Unit unit = find(signed, id);
        Unit successor = successor(signed, form, unit);
        LocalDate last = DateField.read(form, "terakhir", false);
        if (last != null && (last.isAfter(people.today(signed.agencyId())) || last.isBefore(unit.validFrom())))
            form.wrong("terakhir", "admin.unit.last-day");
        if (!form.ok() || last == null || successor == null)
            return ending(page, signed, form, unit).status(422);
        int moved = handovers.end(signed.agencyId(), unit, successor, last, signed.officerId());
        return View.to(page, "/kelola/unit").flash("admin.unit.ended", unit.name(), moved, successor.name());
    }

    private @Nullable Unit successor(Signed signed, Form form, Unit unit) {
        Long chosen = form.id("penerus");
        LocalDate today = people.today(signed.agencyId());
        Unit successor = people.units(signed.agencyId()).stream()
                .filter(u -> chosen != null && u.id() == chosen && u.id() != unit.id() && u.validOn(today))
                .findFirst()
                .orElse(null);
        if (successor == null) form.wrong("penerus", "admin.unit.successor-missing");
        return successor;
    }

    private View ending(Page page, Signed signed, Form form, Unit unit) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Map<String, String> successors = new LinkedHashMap<>();
        people.units(agency).stream()
                .filter(u -> u.id() != unit.id() && u.validOn(today))
                .forEach(u -> successors.put(Long.toString(u.id()), u.name()));
        long holders = people.holders(agency).stream()
                .filter((RoleHolder h) -> Objects.equals(h.unitId(), unit.id()))
                .filter(h -> h.validTo() == null || !h.validTo().isBefore(today))
                .count();
        Ending ending = new Ending(form, unit, successors, handovers.countOfUnit(agency, unit.id()), holders);
        return View.of("admin/unit-end.jte", page, ending);
    }

    private Unit find(Signed signed, long id) {
        return people.units(signed.agencyId()).stream()
                .filter(u -> u.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
