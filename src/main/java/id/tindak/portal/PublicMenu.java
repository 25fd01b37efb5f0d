package id.tindak.portal;

import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.PublicLinks;
import id.tindak.handling.Sops;
import id.tindak.publication.PublicQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Published cases have an entry where the SOP in force publishes any. Remembered for some seconds: it stands on every page. */
@Component
class PublicMenu implements PublicLinks {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Known(boolean publishes, Instant at) {}

    private final Sops sops;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    PublicMenu(Sops sops) {
        this.sops = sops;
    }

    @Override
    public List<Menu.Entry> of(Page page) {
        return publishes(page.brand().agencyId(), page.now())
                ? List.of(new Menu.Entry(PublicQuery.HERE, page.t("portal.public.menu"), null))
                : List.of();
    }

    private boolean publishes(int agencyId, Instant now) {
        Known last = known.get(agencyId);
        if (last != null && Duration.between(last.at(), now).abs().compareTo(REMEMBERED) < 0) return last.publishes();
        boolean publishes = sops.inForce(agencyId)
                .filter(r -> !r.sop().publishers().isEmpty())
                .isPresent();
        known.put(agencyId, new Known(publishes, now));
        return publishes;
    }
}
