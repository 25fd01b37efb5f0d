package id.tindak.admin;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists of units and officers from a spreadsheet: upload, preview with the faults by line, take over wholly or not at all. */
@Controller
public class ImportPages {

    private static final int LARGEST = 2_000_000;
    private static final int SAMPLE = 20;
    private static final int FAULTS_SHOWN = 50;

    private final People people;
    private final Roles roles;

    ImportPages(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    /**
     * @param kind "unit" or "petugas": last part of the address and of the text keys
     * @param rows the first rows as they would be stored, for the preview; empty before an upload
     * @param text the checked list, carried to the taking over
     */
    public record Shown(
            String kind,
            Form form,
            List<LineFault> faults,
            int moreFaults,
            List<List<String>> rows,
            int total,
            int holders,
            String text) {

        static Shown blank(String kind, Form form) {
            return new Shown(kind, form, List.of(), 0, List.of(), 0, 0, "");
        }

        static Shown of(String kind, Form form, Import<?> read, List<List<String>> rows, String text) {
            List<LineFault> faults = read.faults();
            int shown = Math.min(FAULTS_SHOWN, faults.size());
            return new Shown(
                    kind,
                    form,
                    faults.subList(0, shown),
                    faults.size() - shown,
                    faults.isEmpty() ? rows : List.of(),
                    read.rows().size(),
                    read.holders().size(),
                    text);
        }
    }

    @GetMapping("/kelola/unit/impor")
    @Access(Who.ADMIN)
    View units(Page page) {
        return View.of("admin/import.jte", page, Shown.blank("unit", Form.empty()));
    }

    @PostMapping("/kelola/unit/impor")
    @Access(Who.ADMIN)
    View previewUnits(Page page, Signed signed, Form form) {
        String text = ListUpload.text(form, "berkas", "teks", LARGEST);
        if (text == null)
            return View.of("admin/import.jte", page, Shown.blank("unit", form)).status(422);
        return show(page, form, readUnits(page, signed, text), text, "unit");
    }

    @PostMapping("/kelola/unit/impor/simpan")
    @Access(Who.ADMIN)
    View takeUnits(Page page, Signed signed, Form form) {
        String text = form.value("teks");
        Import<Unit> read = readUnits(page, signed, text);
        if (!read.ok()) return show(page, form, read, text, "unit");
        try {
            people.addUnits(signed.agencyId(), read.rows(), signed.officerId());
        } catch (DuplicateKeyException e) { // somebody else added one of them meanwhile
            return show(page, form, readUnits(page, signed, text), text, "unit");
        }
        return View.to(page, "/kelola/unit")
                .flash("admin.import.done", page.times().number(read.rows().size()));
    }

    @GetMapping("/kelola/petugas/impor")
    @Access(Who.ADMIN)
    View officers(Page page) {
        return View.of("admin/import.jte", page, Shown.blank("petugas", Form.empty()));
    }

    @PostMapping("/kelola/petugas/impor")
    @Access(Who.ADMIN)
    View previewOfficers(Page page, Signed signed, Form form) {
        String text = ListUpload.text(form, "berkas", "teks", LARGEST);
        if (text == null)
            return View.of("admin/import.jte", page, Shown.blank("petugas", form))
                    .status(422);
        return show(page, form, readOfficers(page, signed, text), text, "petugas");
    }

    @PostMapping("/kelola/petugas/impor/simpan")
    @Access(Who.ADMIN)
    View takeOfficers(Page page, Signed signed, Form form) {
        String text = form.value("teks");
        Import<Officer> read = readOfficers(page, signed, text);
        if (!read.ok()) return show(page, form, read, text, "petugas");
        try {
            people.addOfficers(signed.agencyId(), read.rows(), read.holders(), signed.officerId());
        } catch (DuplicateKeyException e) { // somebody else added one of them meanwhile
            return show(page, form, readOfficers(page, signed, text), text, "petugas");
        }
        return View.to(page, "/kelola/petugas")
                .flash("admin.import.done", page.times().number(read.rows().size()));
    }

    private Import<Unit> readUnits(Page page, Signed signed, String text) {
        int agency = signed.agencyId();
        return UnitImport.read(text, people.units(agency), people.today(agency), page.now());
    }

    private Import<Officer> readOfficers(Page page, Signed signed, String text) {
        int agency = signed.agencyId();
        return OfficerImport.read(
                text,
                people.officers(agency),
                people.units(agency),
                roles.of(agency),
                people.today(agency),
                page.now());
    }

    private static View show(Page page, Form form, Import<?> read, String text, String kind) {
        Map<Long, RoleHolder> roleOf =
                read.holders().stream().collect(Collectors.toMap(RoleHolder::officerId, h -> h, (a, b) -> a));
        List<List<String>> rows = read.rows().stream()
                .limit(SAMPLE)
                .map(row -> cells(page, row, roleOf))
                .toList();
        return View.of("admin/import.jte", page, Shown.of(kind, form, read, rows, text))
                .status(read.ok() ? 200 : 422);
    }

    private static List<String> cells(Page page, @Nullable Object row, Map<Long, RoleHolder> roleOf) {
        return switch (Objects.requireNonNull(row)) {
            case Unit u ->
                List.of(u.code(), u.name(), u.shortName(), page.times().shortDate(u.validFrom()));
            case Officer o ->
                List.of(
                        o.username(),
                        o.name(),
                        Objects.requireNonNullElse(o.nip(), ""),
                        Objects.requireNonNullElse(o.email(), ""),
                        roleOf.containsKey(o.id())
                                ? Objects.requireNonNull(roleOf.get(o.id())).role()
                                : "",
                        page.times().shortDate(o.activeFrom()));
            case Object other -> throw new IllegalArgumentException("no list of " + other.getClass());
        };
    }
}
