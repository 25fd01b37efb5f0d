package id.tindak.admin;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.RefusalGround;
import id.tindak.handling.RefusalGrounds;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Grounds on which complaints are refused: their words, and whether a second person has to confirm. */
@Controller
public class RefusalPages {

    private final RefusalGrounds grounds;

    RefusalPages(RefusalGrounds grounds) {
        this.grounds = grounds;
    }

    /** @param editing the ground whose fields stand in the form; null for a new one */
    public record Listing(
            Form form,
            List<RefusalGround> grounds,
            @Nullable RefusalGround editing) {}

    @GetMapping("/kelola/penolakan")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed, Form asked) {
        RefusalGround editing = find(signed, asked.value("ubah"));
        Form form = Form.empty();
        if (editing == null) form.with("dipakai", "ya");
        else fill(form, editing);
        return View.of("admin/refusals.jte", page, new Listing(form, grounds.all(signed.agencyId()), editing));
    }

    @PostMapping("/kelola/penolakan")
    @Access(Who.ADMIN)
    View store(Page page, Signed signed, Form form) {
        RefusalGround editing = find(signed, form.value("ubah"));
        RefusalGround ground = read(signed, form, editing);
        if (ground == null)
            return View.of("admin/refusals.jte", page, new Listing(form, grounds.all(signed.agencyId()), editing))
                    .status(422);
        grounds.set(signed.agencyId(), ground, signed.officerId());
        return View.to(page, "/kelola/penolakan").flash("admin.refusal.stored", ground.name());
    }

    private @Nullable RefusalGround read(Signed signed, Form form, @Nullable RefusalGround editing) {
        String code = editing != null ? editing.code() : form.line("kode", 40).toLowerCase(Locale.ROOT);
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) form.wrong("kode", "admin.category.code");
        if (editing == null && find(signed, code) != null) form.wrong("kode", "admin.category.code-taken", code);
        String name = form.required("nama", 100, "admin.refusal.text-missing");
        String explanation = form.text("penjelasan", 1000);
        String basis = form.required("dasar", 300, "admin.refusal.text-missing");
        if (explanation.isBlank()) form.wrong("penjelasan", "admin.refusal.text-missing");
        return form.ok()
                ? new RefusalGround(
                        code, name, explanation, basis, form.checked("orang_kedua"), form.checked("dipakai"))
                : null;
    }

    private static void fill(Form form, RefusalGround g) {
        form.with("nama", g.name()).with("penjelasan", g.explanation()).with("dasar", g.basis());
        if (g.secondPerson()) form.with("orang_kedua", "ya");
        if (g.active()) form.with("dipakai", "ya");
    }

    private @Nullable RefusalGround find(Signed signed, String code) {
        return grounds.all(signed.agencyId()).stream()
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
