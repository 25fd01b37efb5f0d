package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.sop.Actor;
import id.tindak.sop.ReminderRule;
import id.tindak.sop.Sop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whom a reminder reaches (RULES.md, The desk): the holder; beyond the limit in a unit also its liaison officer, with a copy to its head; elsewhere the coordinator. A head is never reminded but
 * through the liaison officer. Nobody elected, nobody whom the case accuses, and of a confidential case none but its holders. Which roles these are is the agency's data; where it says nothing the
 * SOP's table does: of the actors of a unit the last is its head, the one before the liaison.
 */
@Component
class ReminderRoutes {

    private static final Duration WORTH_A_MAIL = Duration.ofMinutes(30);

    private final News news;
    private final People people;
    private final Agencies agencies;

    ReminderRoutes(News news, People people, Agencies agencies) {
        this.news = news;
        this.people = people;
        this.agencies = agencies;
    }

    /**
     * Officers by id; nobody is in both.
     *
     * @param copy who only gets to know
     */
    record Addressees(Set<Long> to, Set<Long> copy) {

        boolean none() {
            return to.isEmpty() && copy.isEmpty();
        }
    }

    /** @param further beyond the holder */
    Addressees of(Case k, Assignment a, boolean further) {
        int agencyId = k.complaint().agencyId();
        Set<Long> holders = news.holders(agencyId, a);
        Set<Long> to = new HashSet<>(holders);
        Set<Long> copy = new HashSet<>();
        if (!k.complaint().confidential()) {
            if (ofUnit(k.sop(), a)) unit(k.sop(), agencyId, a, further, to, copy);
            else if (further)
                coordinator(k.sop(), agencyId).ifPresent(r -> to.addAll(people.onDuty(agencyId, r, null)));
        }
        to.removeAll(k.excluded());
        copy.removeAll(k.excluded());
        copy.removeAll(to);
        return new Addressees(Set.copyOf(to), Set.copyOf(copy));
    }

    /** Whether nobody may hold a stopwatch to whoever has this work. */
    boolean watchless(Case k, Assignment a) {
        Actor actor = k.sop().actors().get(a.role());
        return actor == null
                || Elected.holds(actor, a.unitId(), people.units(k.complaint().agencyId()));
    }

    /** Side activities of the SOP that watch this step. */
    static List<ReminderRule> rules(Case k, Assignment a) {
        return k.sop().reminders().stream()
                .filter(r -> r.steps().contains(a.step()) && !r.by().equals(a.role()))
                .toList();
    }

    /** Whether the program itself reminds, or leaves it to the persons whom the SOP names. */
    boolean automatic(int agencyId) {
        return agencies.settings(agencyId).text("pengingat_otomatis").equals("ya");
    }

    /** When this work is reminded of. */
    ReminderPlan plan(Case k, Assignment a) {
        int agencyId = k.complaint().agencyId();
        List<ReminderRule> rules = rules(k, a);
        boolean automatic = automatic(agencyId);
        if (watchless(k, a) || !automatic && rules.isEmpty())
            return ReminderPlan.of(a.due(null, a.due().calendarVersion()), k.calendar(), NOTHING);
        Settings settings = agencies.settings(agencyId);
        boolean bySop = rules.stream().anyMatch(ReminderRule::before);
        boolean before =
                bySop || automatic && settings.text("pengingat_menjelang").equals("ya");
        return ReminderPlan.of(
                a,
                k.calendar(),
                new ReminderPlan.Wanted(
                        before, bySop ? Duration.ZERO : WORTH_A_MAIL, settings.number("pengingat_lewat")));
    }

    /** The assignment with the moment at which the job has to look at it next; one whose moment has come waits for the job. */
    Assignment planned(Transition t, Assignment a) {
        if (!a.open() || a.waitsForReporter()) return a;
        var pending = a.due().nextReminderAt();
        if (pending != null && !pending.isAfter(t.now())) return a;
        return a.remindedAt(plan(t.before(), a).next(t.now()));
    }

    private static final ReminderPlan.Wanted NOTHING = new ReminderPlan.Wanted(false, Duration.ZERO, 0);

    private void unit(Sop sop, int agencyId, Assignment a, boolean further, Set<Long> to, Set<Long> copy) {
        String head = named(sop, agencyId, "pengingat_tembusan").orElse(fromEnd(sop, 1));
        String liaison = named(sop, agencyId, "pengingat_kepada").orElse(fromEnd(sop, 2));
        boolean atHead = a.role().equals(head);
        if (!further && !atHead) return;
        Set<Long> liaisons = people.onDuty(agencyId, liaison, a.unitId());
        if (atHead && !liaisons.isEmpty()) {
            copy.addAll(to);
            to.clear();
        }
        to.addAll(liaisons);
        copy.addAll(people.onDuty(agencyId, head, a.unitId()));
    }

    private Optional<String> coordinator(Sop sop, int agencyId) {
        return named(sop, agencyId, "pengingat_koordinator")
                .or(() -> sop.reminders().stream().map(ReminderRule::by).findFirst())
                .or(() -> sop.actors().values().stream()
                        .filter(x -> x.from() == Actor.From.AGENCY)
                        .map(Actor::key)
                        .findFirst());
    }

    /** The role that the agency's setting names, where this SOP knows it. */
    private Optional<String> named(Sop sop, int agencyId, String setting) {
        String role = agencies.settings(agencyId).text(setting).strip();
        return sop.actors().containsKey(role) ? Optional.of(role) : Optional.empty();
    }

    private static boolean ofUnit(Sop sop, Assignment a) {
        Actor actor = sop.actors().get(a.role());
        return a.unitId() != null && actor != null && actor.from() == Actor.From.TARGET_UNIT;
    }

    /** The actor of a unit that is the nth from the end of the table; empty when there are fewer. */
    private static String fromEnd(Sop sop, int nth) {
        List<String> ofUnit = sop.actors().values().stream()
                .filter(x -> x.from() == Actor.From.TARGET_UNIT)
                .map(Actor::key)
                .toList();
        return ofUnit.size() < nth ? "" : ofUnit.get(ofUnit.size() - nth);
    }
}
