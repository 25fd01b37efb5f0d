package id.tindak.recap;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.handling.Sops;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may acknowledge a recap on paper: whoever holds a role today, those of the whole agency first. */
@Component
class Signers {

    private final People people;
    private final Sops sops;

    Signers(People people, Sops sops) {
        this.people = people;
        this.sops = sops;
    }

    /** By the id of the holding. */
    Map<String, Recap.Signer> of(int agencyId) {
        Sop sop = sops.inForce(agencyId).map(Sops.Running::sop).orElse(null);
        Map<Long, Officer> officers = people.officers(agencyId).stream().collect(Collectors.toMap(Officer::id, o -> o));
        Map<Long, String> units = people.units(agencyId).stream().collect(Collectors.toMap(Unit::id, Unit::name));
        List<RoleHolder> holders = people.holdersToday(agencyId).stream()
                .filter(h -> officers.containsKey(h.officerId()) && name(sop, h.role()) != null)
                .sorted(Comparator.comparing((RoleHolder h) -> h.unitId() != null)
                        .thenComparing(h -> String.valueOf(name(sop, h.role())))
                        .thenComparing(RoleHolder::id))
                .toList();
        Map<String, Recap.Signer> all = new LinkedHashMap<>();
        for (RoleHolder h : holders) {
            Officer o = officers.get(h.officerId());
            if (o == null) continue;
            String unit = h.unitId() == null ? "" : ", " + units.getOrDefault(h.unitId(), "");
            all.put(
                    Long.toString(h.id()),
                    new Recap.Signer(kind(h) + name(sop, h.role()) + unit, o.name(), o.nip() == null ? "" : o.nip()));
        }
        return all;
    }

    private static String kind(RoleHolder h) {
        return switch (h.kind()) {
            case DEFINITIF -> "";
            case PLT -> "Plt. ";
            case PLH -> "Plh. ";
        };
    }

    /** As the procedure calls the role; null when it knows none such. */
    private static @Nullable String name(@Nullable Sop sop, String role) {
        if (sop != null && sop.actors().containsKey(role))
            return sop.actor(role).name();
        return Standing.actors().containsKey(role) ? Standing.actors().get(role).name() : null;
    }
}
