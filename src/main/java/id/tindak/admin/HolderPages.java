package id.tindak.admin;

import id.tindak.agency.Officer;
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
import id.tindak.sop.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who holds which role of the SOP, from when to when; ending or replacing a holder shows first what open work moves. */
@Controller
public class HolderPages {

    private final People people;
    private final Handovers handovers;
    private final Roles roles;
    private final RoleNames roleNames;

    HolderPages(People people, Handovers handovers, Roles roles, RoleNames roleNames) {
        this.people = people;
        this.handovers = handovers;
        this.roles = roles;
        this.roleNames = roleNames;
    }

    /** @param past ended already, or the officer left */
    public record Row(RoleHolder holder, String officer, boolean past, boolean future) {}

    /** All holders of a role, or of a role in one unit; empty rows mean that nobody holds it. */
    public record Group(
            String key, String role, String unit, @Nullable Long unitId, List<Row> rows) {}

    public record Listing(List<Group> groups, List<Row> former, RoleNames.Of names, int vacant) {}

    public record Editing(
            Form form, Map<String, String> roles, Map<String, String> units, Map<String, String> officers) {}

    public record Ending(
            Form form,
            RoleHolder holder,
            String line,
            String officer,
            List<Handovers.Work> work,
            Map<String, String> officers) {}

    @GetMapping("/kelola/pejabat")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Map<Long, Officer> officers =
                people.officers(agency).stream().collect(Collectors.toMap(Officer::id, Function.identity()));
        List<Row> rows = people.holders(agency).stream()
                .map(h -> row(h, Objects.requireNonNull(officers.get(h.officerId())), today))
                .toList();
        List<Group> groups = groups(agency, today, rows);
        List<Row> former = rows.stream()
                .filter(Row::past)
                .sorted(Comparator.comparing(
                                (Row r) -> Objects.requireNonNullElse(r.holder().validTo(), today))
                        .reversed())
                .limit(50)
                .toList();
        int vacant = (int) groups.stream().filter(g -> g.rows().isEmpty()).count();
        return View.of("admin/holders.jte", page, new Listing(groups, former, roleNames.of(agency), vacant));
    }

    @GetMapping("/kelola/pejabat/baru")
    @Access(Who.ADMIN)
    View blank(Page page, Signed signed, Form asked) {
        Form form = Form.empty()
                .with("peran", asked.value("peran"))
                .with("unit", asked.value("unit"))
                .with("mulai", people.today(signed.agencyId()).toString())
                .with("sebagai", RoleHolder.Kind.DEFINITIF.name());
        return View.of("admin/holder.jte", page, editing(signed, form));
    }

    @PostMapping("/kelola/pejabat/baru")
    @Access(Who.ADMIN)
    View appoint(Page page, Signed signed, Form form) {
        RoleHolder holder = read(page, signed, form);
        if (holder == null)
            return View.of("admin/holder.jte", page, editing(signed, form)).status(422);
        people.appoint(signed.agencyId(), holder, signed.officerId());
        return View.to(page, "/kelola/pejabat")
                .flash("admin.holder.appointed", roleNames.of(signed.agencyId()).line(holder));
    }

    @GetMapping("/kelola/pejabat/{id}/akhiri")
    @Access(Who.ADMIN)
    View ending(Page page, Signed signed, @PathVariable long id) {
        Form form = Form.empty()
                .with("terakhir", people.today(signed.agencyId()).toString())
                .with("sebagai", RoleHolder.Kind.DEFINITIF.name());
        return ending(page, signed, form, find(signed, id));
    }

    @PostMapping("/kelola/pejabat/{id}/akhiri")
    @Access(Who.ADMIN)
    View end(Page page, Signed signed, Form form, @PathVariable long id) {
        RoleHolder holder = find(signed, id);
        LocalDate last = DateField.read(form, "terakhir", false);
        if (last != null && last.isBefore(holder.validFrom().minusDays(1)))
            form.wrong("terakhir", "admin.holder.last-day");
        if (last != null && holder.validTo() != null && last.isAfter(holder.validTo()))
            form.wrong("terakhir", "admin.holder.already-ended");
        RoleHolder next = last == null ? null : next(page, signed, form, holder, last);
        if (!form.ok() || last == null)
            return ending(page, signed, form, holder).status(422);
        int moved = handovers.end(signed.agencyId(), holder, last, next, signed.officerId());
        return View.to(page, "/kelola/pejabat")
                .flash(
                        last.isAfter(people.today(signed.agencyId())) ? "admin.holder.will-end" : "admin.holder.ended",
                        page.times().date(last),
                        moved);
    }

    /** Who follows; null when nobody was chosen. */
    private @Nullable RoleHolder next(Page page, Signed signed, Form form, RoleHolder holder, LocalDate last) {
        if (form.one("pengganti") == null) return null;
        Officer officer = officer(signed, form, "pengganti");
        if (officer == null || officer.id() == holder.officerId()) {
            form.wrong("pengganti", "admin.holder.officer-missing");
            return null;
        }
        LocalDate today = people.today(signed.agencyId());
        LocalDate from = last.isBefore(today) ? last.plusDays(1) : last.equals(today) ? today : last.plusDays(1);
        return new RoleHolder(
                Ids.next(page.now()), holder.role(), holder.unitId(), officer.id(), kind(form), from, null);
    }

    private @Nullable RoleHolder read(Page page, Signed signed, Form form) {
        Actor role = roles.of(signed.agencyId()).get(form.value("peran"));
        if (role == null) form.wrong("peran", "admin.holder.role-missing");
        Unit unit = unit(signed, form);
        boolean perUnit = role != null && role.perUnit();
        if (perUnit && unit == null) form.wrong("unit", "admin.holder.unit-missing");
        Officer officer = officer(signed, form, "petugas");
        if (officer == null) form.wrong("petugas", "admin.holder.officer-missing");
        LocalDate from = DateField.read(form, "mulai", false);
        LocalDate to = DateField.read(form, "sampai", true);
        if (from != null && to != null && to.isBefore(from)) form.wrong("sampai", "admin.form.before");
        RoleHolder.Kind kind = kind(form);
        if (!form.ok() || role == null || officer == null || from == null) return null;
        RoleHolder holder = new RoleHolder(
                Ids.next(page.now()),
                role.key(),
                perUnit ? Objects.requireNonNull(unit).id() : null,
                officer.id(),
                kind,
                from,
                to);
        boolean twice = people.holders(signed.agencyId()).stream()
                .anyMatch(h -> h.officerId() == holder.officerId()
                        && h.holds(holder.role(), holder.unitId())
                        && overlap(h, holder));
        if (twice) form.wrong("petugas", "admin.holder.twice");
        return twice ? null : holder;
    }

    private View ending(Page page, Signed signed, Form form, RoleHolder holder) {
        int agency = signed.agencyId();
        String officer =
                people.officer(agency, holder.officerId()).map(Officer::name).orElse("");
        Ending m = new Ending(
                form,
                holder,
                roleNames.of(agency).line(holder),
                officer,
                handovers.ofHolder(agency, holder, signed.officerId()),
                officers(agency));
        return View.of("admin/holder-end.jte", page, m);
    }

    private Editing editing(Signed signed, Form form) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        Map<String, String> roleChoices = new LinkedHashMap<>();
        roles.of(agency).forEach((key, actor) -> roleChoices.put(key, actor.name()));
        Map<String, String> unitChoices = new LinkedHashMap<>();
        people.units(agency).stream()
                .filter(u -> u.validOn(today))
                .forEach(u -> unitChoices.put(Long.toString(u.id()), u.name()));
        return new Editing(form, roleChoices, unitChoices, officers(agency));
    }

    private Map<String, String> officers(int agency) {
        LocalDate today = people.today(agency);
        Map<String, String> choices = new LinkedHashMap<>();
        people.officers(agency).stream()
                .filter(o -> (o.activeUntil() == null || !o.activeUntil().isBefore(today)) && o.auditorUntil() == null)
                .forEach(o -> choices.put(Long.toString(o.id()), o.name() + " (" + o.username() + ")"));
        return choices;
    }

    private List<Group> groups(int agency, LocalDate today, List<Row> rows) {
        List<Row> present = rows.stream().filter(r -> !r.past()).toList();
        List<Unit> units =
                people.units(agency).stream().filter(u -> u.validOn(today)).toList();
        List<Group> groups = new ArrayList<>();
        for (Actor role : roles.of(agency).values()) {
            if (!role.perUnit()) groups.add(group(role, null, present));
        }
        for (Unit unit : units)
            for (Actor role : roles.of(agency).values())
                if (role.from() == Actor.From.TARGET_UNIT || named(role, unit, present))
                    groups.add(group(role, unit, present));
        return groups;
    }

    /** Only some units are parties of a disposition; the others lack nobody. */
    private static boolean named(Actor role, Unit unit, List<Row> present) {
        return role.from() == Actor.From.DISPOSITION
                && present.stream().anyMatch(r -> r.holder().holds(role.key(), unit.id()));
    }

    private static Group group(Actor role, @Nullable Unit unit, List<Row> present) {
        Long unitId = unit == null ? null : unit.id();
        return new Group(
                role.key(),
                role.name(),
                unit == null ? "" : unit.name(),
                unitId,
                present.stream()
                        .filter(r -> r.holder().holds(role.key(), unitId))
                        .toList());
    }

    private static Row row(RoleHolder h, Officer officer, LocalDate today) {
        LocalDate left = officer.activeUntil();
        boolean past = (h.validTo() != null && h.validTo().isBefore(today)) || (left != null && left.isBefore(today));
        return new Row(h, officer.name(), past, h.validFrom().isAfter(today));
    }

    private @Nullable Unit unit(Signed signed, Form form) {
        Long id = form.id("unit");
        LocalDate today = people.today(signed.agencyId());
        return people.units(signed.agencyId()).stream()
                .filter(u -> id != null && u.id() == id && u.validOn(today))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Officer officer(Signed signed, Form form, String field) {
        Long id = form.id(field);
        LocalDate today = people.today(signed.agencyId());
        return id == null
                ? null
                : people.officer(signed.agencyId(), id)
                        .filter(o -> o.activeUntil() == null || !o.activeUntil().isBefore(today))
                        .filter(o -> o.auditorUntil() == null)
                        .orElse(null);
    }

    private static RoleHolder.Kind kind(Form form) {
        try {
            return RoleHolder.Kind.valueOf(form.value("sebagai").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            form.wrong("sebagai", "admin.holder.kind-missing");
            return RoleHolder.Kind.DEFINITIF;
        }
    }

    private static boolean overlap(RoleHolder a, RoleHolder b) {
        return (a.validTo() == null || !a.validTo().isBefore(b.validFrom()))
                && (b.validTo() == null || !b.validTo().isBefore(a.validFrom()));
    }

    private RoleHolder find(Signed signed, long id) {
        return people.holders(signed.agencyId()).stream()
                .filter(h -> h.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
