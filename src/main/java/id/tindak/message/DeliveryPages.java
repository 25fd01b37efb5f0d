package id.tindak.message;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
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
        int count =
                deliveries.sendAgain(page.brand().agencyId(), id, page.signed().officerId());
        return View.to(page, "/kelola/kiriman").flash(count == 0 ? "mail.again.none" : "mail.again.one");
    }

    @PostMapping("/kelola/kiriman/lagi")
    @Access(Who.ADMIN)
    View allAgain(Page page) {
        int count = deliveries.sendAgain(
                page.brand().agencyId(), null, page.signed().officerId());
        return View.to(page, "/kelola/kiriman").flash("mail.again.all", count);
    }
}
