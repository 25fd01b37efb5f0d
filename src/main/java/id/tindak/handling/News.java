package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.notice.Notice;
import id.tindak.notice.Notices;
import id.tindak.sop.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What officers hear of a transition: that work has come to their role or to themselves, where the agency wants that told, and whatever the SOP's {@code kabari} tells a role. Never who did it, never
 * whom the case accuses. Whom no mail reaches costs nothing.
 */
@Component
class News {

    private final People people;
    private final Agencies agencies;
    private final Notices notices;

    News(People people, Agencies agencies, Notices notices) {
        this.people = people;
        this.agencies = agencies;
        this.notices = notices;
    }

    /** Gathers it in the caller's transaction. */
    void gather(Transition t, List<Assignment> written) {
        if (t.complaint().suspect()) return; // waits for somebody to look at it, without mails
        int agencyId = t.complaint().agencyId();
        List<Notice> all = new ArrayList<>();
        for (String role : t.told()) add(all, t, null, Notice.Kind.TOLD, told(t, role));
        if (agencies.settings(agencyId).text("kabar_kerja_baru").equals("ya")) {
            Map<Long, Assignment> before =
                    t.before().assignments().stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
            for (Assignment a : written)
                if (isNews(before.get(a.id()), a)) add(all, t, a.id(), Notice.Kind.NEW, holders(agencyId, a));
        }
        all.addAll(t.notices());
        notices.gather(agencyId, all);
    }

    /** Who does this open work today. */
    Set<Long> holders(int agencyId, Assignment a) {
        Long person = a.officerId();
        return person == null ? people.onDuty(agencyId, a.role(), a.unitId()) : people.inPlaceOf(agencyId, person);
    }

    private Set<Long> told(Transition t, String role) {
        Actor actor = t.before().sop().actor(role);
        Long unit = actor.perUnit() ? t.handling().targetUnitId() : null;
        return people.onDuty(t.complaint().agencyId(), role, unit);
    }

    /** Whether it is open and was not so before, or lies with another person now. */
    private static boolean isNews(@Nullable Assignment before, Assignment a) {
        if (!a.open() || a.waitsForReporter()) return false;
        boolean handed = a.officerId() != null && before != null && !Objects.equals(before.officerId(), a.officerId());
        return before == null || !before.open() || handed;
    }

    private void add(List<Notice> all, Transition t, @Nullable Long assignment, Notice.Kind kind, Set<Long> officers) {
        Set<Long> others = new HashSet<>(officers);
        others.removeAll(t.excluded());
        Long self = t.officer();
        if (self != null) others.remove(self);
        for (long officer : notices.reachable(t.complaint().agencyId(), others))
            all.add(new Notice(Ids.next(t.now()), officer, t.complaint().id(), assignment, kind, false));
    }
}
