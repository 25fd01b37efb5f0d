package id.tindak.admin;

import id.tindak.agency.Officer;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.DateField;
import id.tindak.sop.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Officers from a CSV list: pengguna, nama, and if wanted nip, surel, telepon, mulai, peran (key of the SOP) and unit (its code)
 * where the role exists once per unit.
 */
final class OfficerImport {

    private static final Set<String> REQUIRED = Set.of("pengguna", "nama");
    private static final Set<String> OPTIONAL = Set.of("nip", "surel", "telepon", "mulai", "peran", "unit");

    private final Map<String, Unit> units = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> nips = new HashSet<>();
    private final Map<String, Integer> earlier = new HashMap<>();
    private final Map<String, Actor> roles;
    private final LocalDate today;
    private final Instant now;
    private final List<LineFault> faults = new ArrayList<>();
    private final List<Officer> officers = new ArrayList<>();
    private final List<RoleHolder> holders = new ArrayList<>();

    private OfficerImport(
            List<Officer> existing, List<Unit> units, Map<String, Actor> roles, LocalDate today, Instant now) {
        units.stream().filter(u -> u.validOn(today)).forEach(u -> this.units.put(lower(u.code()), u));
        for (Officer o : existing) {
            names.add(lower(o.username()));
            if (o.nip() != null) nips.add(o.nip());
        }
        this.roles = roles;
        this.today = today;
        this.now = now;
    }

    static Import<Officer> read(
            String csv,
            List<Officer> existing,
            List<Unit> units,
            Map<String, Actor> roles,
            LocalDate today,
            Instant now) {
        OfficerImport read = new OfficerImport(existing, units, roles, today, now);
        Csv.read(csv, REQUIRED, OPTIONAL, read.faults).forEach(read::row);
        if (read.officers.isEmpty() && read.faults.isEmpty()) read.faults.add(LineFault.of(1, "admin.import.nothing"));
        return new Import<>(read.officers, read.holders, read.faults);
    }

    private void row(Csv.Row row) {
        int before = faults.size();
        String username = lower(row.cell("pengguna"));
        String name = row.cell("nama").replaceAll("\\s+", " ");
        String nip = row.cell("nip").replace(" ", "");
        String typed = row.cell("mulai");
        LocalDate from = typed.isEmpty() ? today : DateField.parse(typed);
        String taken = names.contains(username) ? "admin.officer.username-taken" : null;
        fault(row, taken != null ? taken : OfficerForm.usernameFault(username, 0, List.of()), username);
        twice(row, username);
        if (name.isEmpty()) fault(row, "admin.officer.name-missing", "");
        if (name.length() > 150) fault(row, "admin.import.cell-long", "nama");
        fault(row, nips.contains(nip) ? "admin.officer.nip-taken" : OfficerForm.nipFault(nip, 0, List.of()), nip);
        if (!nip.isEmpty()) twice(row, nip);
        fault(row, OfficerForm.emailFault(row.cell("surel")), row.cell("surel"));
        fault(row, OfficerForm.phoneFault(row.cell("telepon")), row.cell("telepon"));
        if (from == null) faults.add(LineFault.of(row.line(), "admin.import.date", "mulai", typed));
        long id = Ids.next(now);
        RoleHolder holder = holder(row, id, from);
        if (faults.size() > before || from == null) return;
        officers.add(new Officer(
                id,
                username,
                name,
                OfficerForm.blank(nip),
                OfficerForm.blank(row.cell("surel")),
                OfficerForm.blank(row.cell("telepon")),
                from,
                null,
                false,
                null));
        if (holder != null) holders.add(holder);
    }

    private @Nullable RoleHolder holder(Csv.Row row, long officer, @Nullable LocalDate from) {
        String key = lower(row.cell("peran"));
        String unitCode = row.cell("unit");
        if (key.isEmpty()) {
            if (!unitCode.isEmpty()) fault(row, "admin.import.unit-without-role", unitCode);
            return null;
        }
        Actor role = roles.get(key);
        if (role == null) {
            fault(row, "admin.import.role", key);
            return null;
        }
        boolean perUnit = role.perUnit();
        Unit unit = units.get(lower(unitCode));
        if (perUnit && unit == null) fault(row, "admin.import.unit", unitCode);
        if (!perUnit && !unitCode.isEmpty()) fault(row, "admin.import.role-without-unit", key);
        return new RoleHolder(
                Ids.next(now),
                key,
                perUnit && unit != null ? unit.id() : null,
                officer,
                RoleHolder.Kind.DEFINITIF,
                from == null ? today : from,
                null);
    }

    private void twice(Csv.Row row, String value) {
        Integer first = earlier.putIfAbsent(value, row.line());
        if (first != null) faults.add(LineFault.of(row.line(), "admin.import.twice", value, first.toString()));
    }

    private void fault(Csv.Row row, @Nullable String key, String typed) {
        if (key != null) faults.add(LineFault.of(row.line(), key, typed));
    }

    private static String lower(String s) {
        return s.toLowerCase(Locale.ROOT);
    }
}
