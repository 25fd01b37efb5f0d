package id.tindak.admin;

import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.DateField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units from a CSV list: kode, nama, singkatan (may be empty), mulai (may be empty: today). */
final class UnitImport {

    private static final Set<String> REQUIRED = Set.of("kode", "nama");
    private static final Set<String> OPTIONAL = Set.of("singkatan", "mulai");

    private UnitImport() {}

    static Import<Unit> read(String csv, List<Unit> existing, LocalDate today, Instant now) {
        List<LineFault> faults = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        Set<String> taken = existing.stream()
                .filter(u -> u.validTo() == null)
                .map(u -> u.code().toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
        List<Unit> units = new ArrayList<>();
        for (Csv.Row row : Csv.read(csv, REQUIRED, OPTIONAL, faults)) {
            String code = row.cell("kode");
            String key = code.toLowerCase(Locale.ROOT);
            String fault = taken.contains(key) ? "admin.unit.code-taken" : UnitForm.codeFault(code, 0, List.of());
            if (fault != null) faults.add(LineFault.of(row.line(), fault, code));
            Integer earlier = codes.putIfAbsent(key, row.line());
            if (earlier != null && fault == null)
                faults.add(LineFault.of(row.line(), "admin.import.twice", code, earlier.toString()));
            Unit unit = unit(row, today, now, faults);
            if (unit != null) units.add(unit);
        }
        if (units.isEmpty() && faults.isEmpty()) faults.add(LineFault.of(1, "admin.import.nothing"));
        return new Import<>(units, List.of(), faults);
    }

    private static @Nullable Unit unit(Csv.Row row, LocalDate today, Instant now, List<LineFault> faults) {
        String name = row.cell("nama").replaceAll("\\s+", " ");
        String typed = row.cell("mulai");
        LocalDate from = typed.isEmpty() ? today : DateField.parse(typed);
        if (name.isEmpty()) faults.add(LineFault.of(row.line(), "admin.unit.name-missing"));
        if (name.length() > 200) faults.add(LineFault.of(row.line(), "admin.import.cell-long", "nama"));
        if (from == null) faults.add(LineFault.of(row.line(), "admin.import.date", "mulai", typed));
        if (name.isEmpty() || from == null) return null;
        String shortName = row.cell("singkatan");
        return new Unit(
                Ids.next(now),
                row.cell("kode"),
                name,
                shortName.isEmpty() ? UnitForm.shortened(name) : shortName,
                from,
                null,
                null,
                false);
    }
}
