package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Categories of complaints: whether the form asks for a place, and which unit is suggested to the officer. */
@Controller
public class CategoryPages {

    private final Agencies agencies;
    private final People people;

    CategoryPages(Agencies agencies, People people) {
        this.agencies = agencies;
        this.people = people;
    }

    public record Row(Category category, String unit) {}

    /** @param editing the category whose fields stand in the form; null for a new one */
    public record Listing(
            Form form,
            List<Row> rows,
            Map<String, String> units,
            @Nullable Category editing) {}

    @GetMapping("/kelola/kategori")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed, Form asked) {
        Category editing = find(signed, asked.value("ubah"));
        Form form = Form.empty();
        if (editing == null) form.with("aktif", "ya");
        else fill(form, editing);
        return View.of("admin/categories.jte", page, listing(signed, form, editing));
    }

    @PostMapping("/kelola/kategori")
    @Access(Who.ADMIN)
    View store(Page page, Signed signed, Form form) {
        Category editing = find(signed, form.value("ubah"));
        Category category = read(signed, form, editing);
        if (category == null)
            return View.of("admin/categories.jte", page, listing(signed, form, editing))
                    .status(422);
        agencies.categorise(signed.agencyId(), category, signed.officerId());
        return View.to(page, "/kelola/kategori").flash("admin.category.stored", category.name());
    }

    private @Nullable Category read(Signed signed, Form form, @Nullable Category editing) {
        String code = editing != null ? editing.code() : form.line("kode", 40).toLowerCase(Locale.ROOT);
        String name = form.line("nama", 100);
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) form.wrong("kode", "admin.category.code");
        if (editing == null && find(signed, code) != null) form.wrong("kode", "admin.category.code-taken", code);
        if (name.isEmpty()) form.wrong("nama", "admin.category.name-missing");
        Long unit = form.id("unit");
        if (unit != null && !units(signed).containsKey(Long.toString(unit)))
            form.wrong("unit", "admin.holder.unit-missing");
        if (!form.ok()) return null;
        return new Category(
                code, name, form.checked("perlu_lokasi"), unit, form.checked("aktif"), form.checked("tentang_layanan"));
    }

    private static void fill(Form form, Category c) {
        form.with("kode", c.code()).with("nama", c.name());
        if (c.needsPlace()) form.with("perlu_lokasi", "ya");
        if (c.active()) form.with("aktif", "ya");
        if (c.aboutService()) form.with("tentang_layanan", "ya");
        if (c.unitId() != null) form.with("unit", Long.toString(c.unitId()));
    }

    private Listing listing(Signed signed, Form form, @Nullable Category editing) {
        Map<String, String> units = units(signed);
        List<Row> rows = agencies.categories(signed.agencyId()).stream()
                .map(c -> new Row(
                        c,
                        c.unitId() == null ? "" : Objects.requireNonNullElse(units.get(Long.toString(c.unitId())), "")))
                .toList();
        return new Listing(form, rows, units, editing);
    }

    private Map<String, String> units(Signed signed) {
        Map<String, String> units = new LinkedHashMap<>();
        people.units(signed.agencyId()).stream()
                .filter((Unit u) -> u.validOn(people.today(signed.agencyId())))
                .forEach(u -> units.put(Long.toString(u.id()), u.name()));
        return units;
    }

    private @Nullable Category find(Signed signed, String code) {
        return agencies.categories(signed.agencyId()).stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
