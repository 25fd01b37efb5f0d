package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.notice.Notice;
import id.tindak.notice.NoticeLine;
import id.tindak.notice.NoticeLines;
import id.tindak.sop.Sop;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of the cases behind officers' notices what a mail may say. */
@Component
class NoticeSubjects implements NoticeLines {

    private final ReminderStore store;
    private final Sops sops;
    private final Agencies agencies;
    private final People people;

    NoticeSubjects(ReminderStore store, Sops sops, Agencies agencies, People people) {
        this.store = store;
        this.sops = sops;
        this.agencies = agencies;
        this.people = people;
    }

    @Override
    public List<NoticeLine> of(int agencyId, long officerId, List<Notice> notices) {
        Map<String, String> categories =
                agencies.categories(agencyId).stream().collect(Collectors.toMap(Category::code, Category::name));
        List<Unit> units = people.units(agencyId);
        return store.subjects(agencyId, officerId, people.today(agencyId), notices).stream()
                .map(s -> line(agencyId, s, categories, units))
                .toList();
    }

    private NoticeLine line(int agencyId, ReminderStore.Subject s, Map<String, String> categories, List<Unit> units) {
        Sop sop = sops.byId(agencyId, s.sopId()).sop();
        String step = s.step();
        String role = s.role();
        boolean watchless = role != null && Elected.holds(sop.actor(role), s.unitId(), units);
        return new NoticeLine(
                s.notice(),
                s.number(),
                s.confidential(),
                categories.getOrDefault(s.category(), ""),
                step == null ? "" : step + ". " + sop.step(step).title(),
                watchless ? null : s.deadline());
    }
}
