package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.Calendars;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.Ids;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.StoredFile;
import id.tindak.sop.Actor;
import id.tindak.sop.Periodic;
import id.tindak.sop.ReminderRule;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The SOP's work beside the cases: what comes round by the calendar ({@code berkala}), and reminding by hand ({@code pengingat}). It lies with the roles that the SOP names; whoever holds the role
 * does it.
 */
@Service
public class SideTasks {

    private static final Logger LOG = LoggerFactory.getLogger(SideTasks.class);

    /** After a long standstill no more periods than these are caught up with. */
    private static final int MOST_PERIODS = 12;

    private static final int SHOWN = 100;

    private final SideTaskStore store;
    private final Sops sops;
    private final People people;
    private final Agencies agencies;
    private final Calendars calendars;
    private final AgencyEvents audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SideTasks(
            SideTaskStore store,
            Sops sops,
            People people,
            Agencies agencies,
            Calendars calendars,
            AgencyEvents audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sops = sops;
        this.people = people;
        this.agencies = agencies;
        this.calendars = calendars;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of doing one. */
    public sealed interface Doing {

        record Done() implements Doing {}

        /**
         * @param field of the form, or empty
         * @param reason text key
         */
        record Refused(String field, String reason) implements Doing {}
    }

    /** Opens the work of every period that is over and has none yet; once for each, also after a standstill. Closes reminders of work that is done. */
    public void open() {
        for (Agency agency : agencies.all()) {
            try {
                transaction.executeWithoutResult(status -> open(agency));
            } catch (RuntimeException failed) {
                LOG.error("Periodic work of agency {}", agency.id(), failed);
            }
        }
    }

    private void open(Agency agency) {
        Instant now = clock.instant();
        store.endReminders(agency.id(), now);
        Sops.Running running = sops.inForce(agency.id()).orElse(null);
        if (running == null || running.sop().periodics().isEmpty()) return;
        List<SideTaskStore.Opening> wanted = new ArrayList<>();
        List<Periodic> periodics = running.sop().periodics();
        for (int i = 0; i < periodics.size(); i++)
            for (Period p : over(agency, running.sop(), periodics.get(i)))
                for (Long unit : units(agency.id(), running.sop(), periodics.get(i)))
                    wanted.add(periodic(agency, running, i, p, unit, now));
        for (SideTaskStore.Opening o : store.open(agency.id(), wanted))
            audit.append(
                    agency.id(),
                    "PERIODIC_OPENED",
                    null,
                    Map.of("role", o.role(), "period", Objects.requireNonNull(o.period())));
    }

    /** Periods that ended since the SOP came into force, the newest ones when there are many. */
    private List<Period> over(Agency agency, Sop sop, Periodic periodic) {
        LocalDate since = sops.versions(agency.id()).stream()
                .filter(v -> v.code().equals(sop.code()))
                .map(Sops.Version::inForceFrom)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(at -> at.atZone(agency.zone()).toLocalDate())
                .orElseThrow();
        List<Period> over = new ArrayList<>();
        Period p = Period.of(periodic.every(), since);
        while (p.over(people.today(agency.id()))) {
            over.add(p);
            p = p.next();
        }
        return over.subList(Math.max(0, over.size() - MOST_PERIODS), over.size());
    }

    /** Where the role exists: each unit that has a holder today, or the agency as a whole. */
    private List<@Nullable Long> units(int agencyId, Sop sop, Periodic periodic) {
        List<@Nullable Long> units = new ArrayList<>();
        if (!sop.actor(periodic.actor()).perUnit()) units.add(null);
        else
            people.holdersToday(agencyId).stream()
                    .filter(h -> h.role().equals(periodic.actor()) && h.unitId() != null)
                    .map(RoleHolder::unitId)
                    .distinct()
                    .forEach(units::add);
        return units;
    }

    private SideTaskStore.Opening periodic(
            Agency agency, Sops.Running running, int item, Period period, @Nullable Long unit, Instant now) {
        Actor actor = running.sop().actor(running.sop().periodics().get(item).actor());
        WorkCalendar calendar = calendars.current(agency.id());
        TimeStandard days = TimeStandard.parse(agencies.settings(agency.id()).number("berkala_hari") + " hari kerja");
        Instant begins = calendar.nextWorking(now);
        return new SideTaskStore.Opening(
                Ids.next(now),
                SideTask.Kind.BERKALA,
                Queue.role(actor.key(), unit),
                actor.key(),
                unit,
                running.id(),
                running.sop().code(),
                item,
                period.code(),
                null,
                null,
                null,
                begins,
                Elected.is(actor) ? null : calendar.deadline(begins, days));
    }

    /** The SOP's own person has to remind of this work. Nothing when that is asked already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(Transition t, Assignment watched, ReminderRule rule) {
        Case k = t.before();
        Actor actor = k.sop().actor(rule.by());
        Long unit = actor.perUnit() ? t.handling().targetUnitId() : null;
        TimeStandard time = rule.time();
        SideTaskStore.Opening opening = new SideTaskStore.Opening(
                Ids.next(t.now()),
                SideTask.Kind.PENGINGAT,
                Queue.role(actor.key(), unit),
                actor.key(),
                unit,
                t.handling().sopId(),
                k.sop().code(),
                k.sop().reminders().indexOf(rule),
                null,
                t.complaint().id(),
                watched.id(),
                null,
                t.now(),
                time == null || Elected.is(actor) ? null : k.calendar().deadline(t.now(), time));
        store.open(t.complaint().agencyId(), List.of(opening));
    }

    /** Somebody has reminded of this work: whoever had to is done with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reminded(int agencyId, long assignmentId, long by, Instant now) {
        store.reminded(agencyId, assignmentId, by, now);
    }

    /** Open tasks of the roles that this officer holds, what is due first. */
    @Transactional(readOnly = true)
    public List<SideTask> open(int agencyId, long officerId) {
        return store.open(agencyId, officerId, queues(agencyId, officerId), SHOWN).stream()
                .map(r -> task(agencyId, r))
                .toList();
    }

    /** Done tasks of those roles, newest first. */
    @Transactional(readOnly = true)
    public List<SideTask> done(int agencyId, long officerId) {
        return store.done(agencyId, queues(agencyId, officerId), SHOWN).stream()
                .map(r -> task(agencyId, r))
                .toList();
    }

    /** One task of a role that this officer holds, open or done. */
    @Transactional(readOnly = true)
    public Optional<SideTask> find(int agencyId, long officerId, long id) {
        return store.find(agencyId, id, queues(agencyId, officerId)).map(r -> task(agencyId, r));
    }

    /** Periodic work is done, with a note, a file, or both, or what came of it is received. Whoever is second is told so. */
    @Transactional
    public Doing finish(int agencyId, long officerId, long id, String note, @Nullable StoredFile file) {
        SideTaskStore.Row row =
                store.find(agencyId, id, queues(agencyId, officerId)).orElse(null);
        if (row == null || row.kind() != SideTask.Kind.BERKALA) return new Doing.Refused("", "handling.notYours");
        boolean receives = row.received() != null;
        if (!receives && note.isBlank() && file == null) return new Doing.Refused("catatan", "handling.textMissing");
        Instant now = clock.instant();
        if (!store.finish(agencyId, id, officerId, note, file, now)) return new Doing.Refused("", "handling.taskDone");
        if (!receives) handOver(agencyId, row, now);
        audit.append(
                agencyId,
                receives ? "PERIODIC_RECEIVED" : "PERIODIC_DONE",
                officerId,
                Map.of("role", task(agencyId, row).role(), "period", Objects.requireNonNull(row.period())));
        return new Doing.Done();
    }

    /** Whoever the SOP wants to have it (`kepada`) finds it on the own list. */
    private void handOver(int agencyId, SideTaskStore.Row made, Instant now) {
        Sop sop = sops.byId(agencyId, made.sopId()).sop();
        String recipient = sop.periodics().get(made.item()).recipient();
        if (recipient == null) return;
        Long unit = sop.actor(recipient).perUnit() ? made.unitId() : null;
        store.open(
                agencyId,
                List.of(new SideTaskStore.Opening(
                        Ids.next(now),
                        SideTask.Kind.BERKALA,
                        Queue.role(recipient, unit),
                        recipient,
                        unit,
                        made.sopId(),
                        sop.code(),
                        made.item(),
                        made.period(),
                        null,
                        null,
                        made.id(),
                        now,
                        null)));
    }

    private List<String> queues(int agencyId, long officerId) {
        return new Desk.Owner(agencyId, officerId, people.holdings(agencyId, officerId)).roleQueues();
    }

    private SideTask task(int agencyId, SideTaskStore.Row r) {
        Sop sop = sops.byId(agencyId, r.sopId()).sop();
        Periodic periodic = r.kind() == SideTask.Kind.BERKALA ? sop.periodics().get(r.item()) : null;
        ReminderRule rule =
                r.kind() == SideTask.Kind.PENGINGAT ? sop.reminders().get(r.item()) : null;
        TimeStandard time = periodic != null
                ? periodic.time()
                : Objects.requireNonNull(rule).time();
        boolean receives = r.received() != null;
        String recipient = periodic == null || receives ? null : periodic.recipient();
        return new SideTask(
                r.id(),
                r.kind(),
                sop.actor(r.role()).name(),
                r.unitId(),
                periodic != null
                        ? periodic.activity()
                        : Objects.requireNonNull(rule).activity(),
                periodic == null ? null : periodic.output(),
                recipient == null ? null : sop.actor(recipient).name(),
                time == null || receives ? null : time.text(),
                r.period(),
                r.watched() == null ? null : watched(sop, r.watched()),
                r.received(),
                r.openedAt(),
                r.deadline(),
                r.done());
    }

    private static SideTask.Watched watched(Sop sop, SideTask.Watched w) {
        Step step = sop.step(w.step());
        return new SideTask.Watched(
                w.assignment(),
                w.number(),
                w.title(),
                step.no() + ". " + step.title(),
                sop.actor(w.role()).name(),
                w.unitId(),
                w.deadline(),
                w.reminders());
    }
}
