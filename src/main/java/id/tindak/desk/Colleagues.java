package id.tindak.desk;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.handling.Assignment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who else may hold a piece of work today: everybody with the same role. */
@Component
class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /** Id to name of those who may hold every one of these, by name. */
    Map<String, String> of(int agencyId, List<Assignment> works) {
        LocalDate today = people.today(agencyId);
        List<RoleHolder> holders = people.holdersToday(agencyId);
        List<Long> able = holders.stream()
                .map(RoleHolder::officerId)
                .distinct()
                .filter(officer -> works.stream().allMatch(w -> holds(holders, officer, w)))
                .toList();
        return byName(people.officers(agencyId, able).values().stream().filter(o -> o.activeOn(today)));
    }

    /** Everybody who holds a role today but these. */
    Map<String, String> others(int agencyId, Set<Long> butThese) {
        Set<Long> all = people.holdersToday(agencyId).stream()
                .map(RoleHolder::officerId)
                .filter(o -> !butThese.contains(o))
                .collect(Collectors.toSet());
        return named(agencyId, all);
    }

    Map<String, String> named(int agencyId, Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : byName(people.officers(agencyId, ids).values().stream());
    }

    private static Map<String, String> byName(Stream<Officer> officers) {
        return officers.sorted(Comparator.comparing(Officer::name))
                .collect(Collectors.toMap(o -> Long.toString(o.id()), Officer::name, (a, b) -> a, LinkedHashMap::new));
    }

    private static boolean holds(List<RoleHolder> holders, long officer, Assignment work) {
        return holders.stream().anyMatch(h -> h.officerId() == officer && h.holds(work.role(), work.unitId()));
    }
}
