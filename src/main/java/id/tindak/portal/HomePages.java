package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.sop.Sop;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The agency's home page. */
@Controller
class HomePages {

    private final PublicService service;

    HomePages(PublicService service) {
        this.service = service;
    }

    @GetMapping("/")
    @Access(Access.Who.PUBLIC)
    View home(Page page) {
        Sop sop = service.sop(page);
        Home home = new Home(
                service.times(page, sop),
                Channel.of(page, sop),
                sop.header().service().fee());
        return View.of("portal/home.jte", page, home);
    }
}
