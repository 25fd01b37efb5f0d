package id.tindak.admin;

import id.tindak.handling.SopReadiness;
import id.tindak.handling.Sops;
import id.tindak.sop.Actor;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import id.tindak.sop.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The roles that an agency can give to persons: those of the SOP in force and of the newest draft, so that a draft can be made ready. */
@Component
class Roles {

    private final Sops sops;

    Roles(Sops sops) {
        this.sops = sops;
    }

    /** By key, in the order of the SOP's table; then those that stand beside every procedure. */
    Map<String, Actor> of(int agencyId) {
        Map<String, Actor> roles = new LinkedHashMap<>();
        sops.inForce(agencyId).map(Sops.Running::sop).ifPresent(s -> add(roles, s));
        draft(agencyId).ifPresent(s -> add(roles, s));
        Standing.actors().forEach(roles::putIfAbsent);
        return roles;
    }

    private Optional<Sop> draft(int agencyId) {
        List<Sops.Version> versions = sops.versions(agencyId);
        if (versions.isEmpty()) return Optional.empty();
        return SopFile.read(versions.getFirst().yaml()) instanceof SopFile.Valid valid
                ? Optional.of(valid.sop())
                : Optional.empty();
    }

    private static void add(Map<String, Actor> roles, Sop sop) {
        SopReadiness.working(sop).forEach(a -> roles.putIfAbsent(a.key(), a));
    }
}
