package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Sops;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's front page: is the service ready, and what is there. */
@Controller
public class OverviewPages {

    private final Readiness readiness;
    private final People people;
    private final Agencies agencies;
    private final Sops sops;

    OverviewPages(Readiness readiness, People people, Agencies agencies, Sops sops) {
        this.readiness = readiness;
        this.people = people;
        this.agencies = agencies;
        this.sops = sops;
    }

    /** @param sop version in force; null when there is none */
    public record Overview(
            List<Readiness.Item> items,
            boolean ready,
            long units,
            long officers,
            long holders,
            Sops.@Nullable Version sop,
            Agency agency) {}

    @GetMapping("/kelola")
    @Access(Who.ADMIN)
    View overview(Page page, Signed signed) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        List<Readiness.Item> items = readiness.of(agency);
        Sops.Version sop =
                sops.inForce(agency).map(r -> sops.version(agency, r.id())).orElse(null);
        Overview m = new Overview(
                items,
                items.stream().noneMatch(Readiness.Item::blocks),
                people.units(agency).stream().filter(u -> u.validOn(today)).count(),
                people.officers(agency).stream().filter(o -> o.activeOn(today)).count(),
                people.holdersToday(agency).stream().count(),
                sop,
                agencies.byId(agency));
        return View.of("admin/overview.jte", page, m);
    }
}
