package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.notice.Notice;
import id.tindak.notice.Notices;
import id.tindak.sop.ReminderRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminding officers of time limits ({@code pengingat}): by itself when a limit comes near, is there, or has passed, and by hand by whoever the SOP gives that right, or from the desk of the whole
 * agency. Nobody is disturbed outside working hours. Each reminder is an event of the case.
 */
@Service
public class Reminders {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String WHY = "why";

    private final Cases cases;
    private final ReminderStore store;
    private final SideTasks tasks;
    private final ReminderRoutes routes;
    private final Notices notices;
    private final Complaints complaints;
    private final People people;
    private final Agencies agencies;
    private final Calendars calendars;
    private final DueCases due;
    private final Clock clock;

    Reminders(
            Cases cases,
            ReminderStore store,
            SideTasks tasks,
            ReminderRoutes routes,
            Notices notices,
            Complaints complaints,
            People people,
            Agencies agencies,
            Calendars calendars,
            DueCases due,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.tasks = tasks;
        this.routes = routes;
        this.notices = notices;
        this.complaints = complaints;
        this.people = people;
        this.agencies = agencies;
        this.calendars = calendars;
        this.due = due;
        this.clock = clock;
    }

    /** Reminds of everything whose moment has come, in every agency that is at work now; each case in a transaction of its own, in pages by id. */
    void remind() {
        Instant now = clock.instant();
        for (Agency agency : agencies.all()) {
            if (!calendars.current(agency.id()).isWorking(now)) continue;
            due.each("Reminder", agency, after -> store.due(agency.id(), now, after, DueCases.AT_ONCE), this::remind);
        }
    }

    private void remind(int agencyId, long complaintId) {
        Instant now = clock.instant();
        Case k = cases.lock(agencyId, complaintId);
        Transition t = cases.change(k, now, null);
        for (Assignment a : k.open()) {
            Instant due = a.due().nextReminderAt();
            if (a.waitsForReporter() || due == null || due.isAfter(now)) continue;
            ReminderPlan plan = routes.plan(k, a);
            Notice.Kind kind = plan.reached(now).map(ReminderPlan.Stage::kind).orElse(null);
            Assignment later = a.remindedAt(plan.next(now));
            boolean told = kind != null
                    && routes.automatic(agencyId)
                    && tell(t, a, kind, routes.of(k, a, kind == Notice.Kind.LATE), null);
            t.put(told ? a.reminded(later.due().nextReminderAt()) : later);
            if (kind != null) open(t, a, kind);
        }
        cases.save(t);
    }

    /** The task of the person whose right it is to remind. */
    private void open(Transition t, Assignment a, Notice.Kind kind) {
        if (t.complaint().confidential()) return; // that person does not hold it
        for (ReminderRule rule : ReminderRoutes.rules(t.before(), a))
            if (kind == Notice.Kind.BEFORE ? rule.before() : rule.late()) tasks.open(t, a, rule);
    }

    /** Open work of this case of which this officer may remind others. */
    public List<Assignment> offered(Case k, long officerId, List<RoleHolder> holdings) {
        if (!k.handling().open()
                || !Sight.of(k, officerId, holdings, false, clock.instant()).content()) return List.of();
        return k.open().stream().filter(a -> may(k, a, officerId, holdings)).toList();
    }

    private boolean may(Case k, Assignment a, long officerId, List<RoleHolder> holdings) {
        if (a.waitsForReporter() || routes.watchless(k, a) || Sight.decides(k, a, officerId, holdings)) return false;
        return Sight.agencyDesk(k.sop(), holdings)
                || ReminderRoutes.rules(k, a).stream()
                        .anyMatch(r -> holdings.stream().anyMatch(h -> h.role().equals(r.by())));
    }

    /** Whom a reminder by hand would reach: first those who are asked, then those who get a copy. */
    public record Reached(Set<Long> to, Set<Long> copy) {}

    public Reached reached(Case k, Assignment a) {
        ReminderRoutes.Addressees all = routes.of(k, a, true);
        return new Reached(all.to(), all.copy());
    }

    /** A person reminds, in own words that stay in the office: mails carry none of them. Not more than once an hour for the same work. */
    @Transactional
    public Outcome byHand(int agencyId, long officerId, long complaintId, long assignmentId, String text) {
        Case k = cases.lock(agencyId, complaintId);
        Assignment a = offered(k, officerId, people.holdings(agencyId, officerId)).stream()
                .filter(x -> x.id() == assignmentId)
                .findFirst()
                .orElse(null);
        if (a == null) return new Outcome.Refused("", "handling.notToRemind");
        if (text.isBlank()) return new Outcome.Refused("teks", "handling.textMissing");
        Instant now = clock.instant();
        if (lately(k, a, now)) return new Outcome.Refused("teks", "handling.remindedLately");
        ReminderRoutes.Addressees all = routes.of(k, a, true);
        Transition t = cases.change(k, now, officerId);
        Message said = t.say(Message.Audience.OFFICE, Message.Kind.NOTE, text);
        if (!tell(t, a, Notice.Kind.ASKED, all, said)) return new Outcome.Refused("", "handling.nobodyToRemind");
        t.put(a.reminded(a.due().nextReminderAt()));
        tasks.reminded(agencyId, assignmentId, officerId, now);
        return new Outcome.Done(cases.save(t));
    }

    private boolean lately(Case k, Assignment a, Instant now) {
        String id = Long.toString(a.id());
        return complaints.events(k.complaint()).stream()
                .filter(e -> e.kind().equals(Event.Kind.OFFICER_REMINDED.name()) && e.at().isAfter(now.minus(PATIENCE)))
                .map(Chain::facts)
                .anyMatch(f -> id.equals(f.get("assignment"))
                        && Notice.Kind.ASKED.name().equals(f.get(WHY)));
    }

    /** Says that these were reminded, and lets them hear of it; false when there is nobody. */
    private boolean tell(
            Transition t, Assignment a, Notice.Kind kind, ReminderRoutes.Addressees all, @Nullable Message said) {
        if (all.none()) return false;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("step", a.step());
        facts.put("assignment", Long.toString(a.id()));
        facts.put(WHY, kind.name());
        facts.put("number", Integer.toString(a.due().reminders() + 1));
        facts.put("told", ids(all.to()));
        facts.put("copied", ids(all.copy()));
        t.add(new Event(Event.Kind.OFFICER_REMINDED, t.officer(), said == null ? facts : t.withText(facts, said)));
        int agencyId = t.complaint().agencyId();
        gather(t, a, kind, notices.reachable(agencyId, all.to()), false);
        gather(t, a, kind, notices.reachable(agencyId, all.copy()), true);
        return true;
    }

    private static void gather(Transition t, Assignment a, Notice.Kind kind, Set<Long> officers, boolean copied) {
        for (long officer : officers)
            if (t.officer() == null || t.officer() != officer)
                t.notify(new Notice(Ids.next(t.now()), officer, t.complaint().id(), a.id(), kind, copied));
    }

    private static String ids(Set<Long> officers) {
        return officers.isEmpty()
                ? "-"
                : officers.stream().sorted().map(o -> Long.toString(o)).collect(Collectors.joining(","));
    }
}
