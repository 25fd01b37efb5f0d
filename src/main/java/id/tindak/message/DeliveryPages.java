package id.tindak.message;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /kelola/kiriman}: whether messages leave the house, what waits, what failed and why. */
@Controller
class DeliveryPages {

    private final Deliveries deliveries;

    DeliveryPages(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/kelola/kiriman")
    @Access(Who.ADMIN)
    View show(Page page) {
        return View.of(
                "mail/deliveries.jte", page, deliveries.overview(page.brand().agencyId()));
    }

    @PostMapping("/kelola/kiriman/{id}/lagi")
    @Access(Who.ADMIN)
    View again(Page page, @PathVariable long id) {
        boolean again =
                deliveries.sendAgain(page.brand().agencyId(), id, page.signed().officerId());
        return View.to(page, "/kelola/kiriman").flash(again ? "mail.again.one" : "mail.again.none");
    }

    @PostMapping("/kelola/kiriman/lagi")
    @Access(Who.ADMIN)
    View allAgain(Page page, Form form) {
        if (!form.checked("yakin")) return View.to(page, "/kelola/kiriman").flash("mail.again.sure");
        int count =
                deliveries.sendAllAgain(page.brand().agencyId(), page.signed().officerId());
        return View.to(page, "/kelola/kiriman").flash("mail.again.all", count);
    }
}
