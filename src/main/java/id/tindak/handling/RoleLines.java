package id.tindak.handling;

import id.tindak.account.RoleLine;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.sop.Actor;
import id.tindak.sop.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what an officer is in the words of the SOP in force: "Kepala OPD DPUPR (plt.)". */
@Component
class RoleLines implements RoleLine {

    private static final int SHOWN = 2;

    private final People people;
    private final Sops sops;

    RoleLines(People people, Sops sops) {
        this.people = people;
        this.sops = sops;
    }

    @Override
    public String of(int agencyId, long officerId) {
        List<RoleHolder> held = people.holdings(agencyId, officerId);
        if (held.isEmpty()) return "";
        Map<String, Actor> actors = new HashMap<>(Standing.actors());
        sops.inForce(agencyId).ifPresent(running -> actors.putAll(running.sop().actors()));
        Map<Long, String> units = people.units(agencyId).stream().collect(Collectors.toMap(Unit::id, Unit::shortName));
        return held.stream()
                .filter(h -> !h.mandate())
                .map(h -> line(h, actors, units))
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }

    private static String line(RoleHolder h, Map<String, Actor> actors, Map<Long, String> units) {
        Actor actor = actors.get(h.role());
        String unit = h.unitId() == null ? "" : " " + units.getOrDefault(h.unitId(), "");
        String kind = switch (h.kind()) {
            case DEFINITIF -> h.substituteFor() == null ? "" : " (pengganti)";
            case PLT -> " (plt.)";
            case PLH -> " (plh.)";
        };
        return ((actor == null ? h.role() : actor.name()) + unit).strip() + kind;
    }
}
