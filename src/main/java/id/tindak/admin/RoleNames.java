package id.tindak.admin;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.sop.Actor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles in the words of the SOP: "Admin OPD, Dinas PUPR (plt.)". */
@Component
public class RoleNames {

    private final Roles roles;
    private final People people;

    RoleNames(Roles roles, People people) {
        this.roles = roles;
        this.people = people;
    }

    Of of(int agencyId) {
        Map<Long, String> units = people.units(agencyId).stream().collect(Collectors.toMap(Unit::id, Unit::shortName));
        return new Of(roles.of(agencyId), units);
    }

    /** The words of one agency at one moment. */
    public record Of(Map<String, Actor> roles, Map<Long, String> units) {

        public String role(String key) {
            Actor actor = roles.get(key);
            return actor == null ? key : actor.name();
        }

        public String unit(@Nullable Long id) {
            return id == null ? "" : units.getOrDefault(id, Long.toString(id));
        }

        public String line(RoleHolder h) {
            String kind = h.kind() == RoleHolder.Kind.DEFINITIF
                    ? ""
                    : " (" + h.kind().name().toLowerCase(java.util.Locale.ROOT) + ".)";
            return role(h.role()) + (h.unitId() == null ? "" : ", " + unit(h.unitId())) + kind;
        }

        public List<String> lines(List<RoleHolder> holders) {
            return holders.stream().map(this::line).toList();
        }
    }
}
