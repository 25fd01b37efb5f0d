package id.tindak.admin;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.calendar.TimeStandard;
import id.tindak.handling.StatutoryLimit;
import id.tindak.handling.StatutoryLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Limits set by law: the administrator reads the rule and confirms the row, or changes it. */
@Controller
public class LimitPages {

    private final StatutoryLimits limits;

    LimitPages(StatutoryLimits limits) {
        this.limits = limits;
    }

    /** @param wrong code of the row whose form was not accepted; empty when none */
    public record Listing(List<StatutoryLimit> limits, Form form, String wrong) {}

    @GetMapping("/kelola/batas-waktu")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        return View.of("admin/limits.jte", page, new Listing(limits.of(signed.agencyId()), Form.empty(), ""));
    }

    @PostMapping("/kelola/batas-waktu")
    @Access(Who.ADMIN)
    View confirm(Page page, Signed signed, Form form) {
        List<StatutoryLimit> all = limits.of(signed.agencyId());
        StatutoryLimit limit = all.stream()
                .filter(l -> l.code().equals(form.value("kode")))
                .findFirst()
                .orElseThrow(Problem::notFound);
        TimeStandard standard = standard(form);
        if (standard == null)
            return View.of("admin/limits.jte", page, new Listing(all, form, limit.code()))
                    .status(422);
        limits.confirm(signed.agencyId(), limit.code(), standard, form.checked("berhenti"), signed.officerId());
        return View.to(page, "/kelola/batas-waktu").flash("admin.limit.confirmed", limit.name(), standard.text());
    }

    private static @Nullable TimeStandard standard(Form form) {
        try {
            return TimeStandard.parse(form.line("waktu", 40));
        } catch (IllegalArgumentException e) {
            form.wrong("waktu", "admin.limit.standard");
            return null;
        }
    }
}
