package id.tindak.base.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door of an installation with several agencies. */
@Controller
class AgencyListPages {

    /** Where {@link AgencyFilter} sends "/" when no agency answers there. */
    static final String PATH = "/instansi";

    private final ObjectProvider<BrandSource> brands;
    private final ObjectProvider<SetupGate> gate;

    AgencyListPages(ObjectProvider<BrandSource> brands, ObjectProvider<SetupGate> gate) {
        this.brands = brands;
        this.gate = gate;
    }

    @GetMapping(PATH)
    @Access(value = Access.Who.PUBLIC, platform = true)
    View list(Page page) {
        SetupGate setup = gate.getIfAvailable();
        if (setup != null && setup.open()) return View.to(page, setup.path());
        BrandSource source = brands.getIfAvailable();
        List<Brand> all = source == null ? List.of() : source.all();
        return View.of("web/agencies.jte", page, all);
    }
}
