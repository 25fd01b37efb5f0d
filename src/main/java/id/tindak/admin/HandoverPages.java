package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Settings;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Handovers;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The hand-over sheet of an officer who leaves a post: prints on A4. */
@Controller
public class HandoverPages {

    private final People people;
    private final Handovers handovers;
    private final Agencies agencies;
    private final RoleNames roleNames;

    HandoverPages(People people, Handovers handovers, Agencies agencies, RoleNames roleNames) {
        this.people = people;
        this.handovers = handovers;
        this.agencies = agencies;
        this.roleNames = roleNames;
    }

    /** @param roles held today or ended lately, in words */
    public record Sheet(Officer officer, List<String> roles, Handovers.Sheet sheet, Settings settings) {}

    @GetMapping("/kelola/petugas/{id}/serah-terima")
    @Access(Who.ADMIN)
    View sheet(Page page, Signed signed, @PathVariable long id) {
        int agency = signed.agencyId();
        Officer officer = people.officer(agency, id).orElseThrow(Problem::notFound);
        List<RoleHolder> held = people.holders(agency).stream()
                .filter(h -> h.officerId() == id)
                .filter(h -> h.validTo() == null
                        || !h.validTo().isBefore(people.today(agency).minusDays(30)))
                .toList();
        Sheet m = new Sheet(
                officer,
                roleNames.of(agency).lines(held),
                handovers.sheet(agency, id, signed.officerId()),
                agencies.settings(agency));
        return View.of("admin/handover.jte", page, m);
    }
}
