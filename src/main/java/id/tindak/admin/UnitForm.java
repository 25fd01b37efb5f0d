package id.tindak.admin;

import id.tindak.agency.Unit;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unit as typed. */
final class UnitForm {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,29}";

    private UnitForm() {}

    static Form of(Unit u) {
        return Form.empty()
                .with("kode", u.code())
                .with("nama", u.name())
                .with("singkatan", u.shortName())
                .with("mulai", u.validFrom().toString())
                .with("dewan", u.elected() ? "ya" : "");
    }

    /** @return null when the form has faults */
    static @Nullable Unit read(Form form, long id, @Nullable Unit before, List<Unit> all) {
        String code = form.line("kode", 30);
        String name = form.line("nama", 200);
        String shortName = form.line("singkatan", 40);
        LocalDate from = DateField.read(form, "mulai", false);
        String fault = codeFault(code, id, all);
        if (fault != null) form.wrong("kode", fault, code);
        if (name.isEmpty()) form.wrong("nama", "admin.unit.name-missing");
        if (!form.ok() || from == null) return null;
        return new Unit(
                id,
                code,
                name,
                shortName.isEmpty() ? shortened(name) : shortName,
                from,
                before == null ? null : before.validTo(),
                before == null ? null : before.successorId(),
                form.checked("dewan"));
    }

    static @Nullable String codeFault(String code, long id, List<Unit> all) {
        if (code.isEmpty()) return "admin.unit.code-missing";
        if (!code.matches(CODE)) return "admin.unit.code";
        boolean taken = all.stream()
                .anyMatch(u -> u.id() != id && u.validTo() == null && u.code().equalsIgnoreCase(code));
        return taken ? "admin.unit.code-taken" : null;
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 40
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 39)).strip() + "…";
    }
}
