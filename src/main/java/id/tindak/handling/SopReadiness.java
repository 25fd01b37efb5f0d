package id.tindak.handling;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.sop.Actor;
import id.tindak.sop.Branch;
import id.tindak.sop.DispositionRule;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * {@code siap berlaku}: whether an agency can work by an SOP (SOP.md, Checks). The file alone was checked before; here its words
 * meet the agency's persons and units, and what this program can do.
 */
@Service
public class SopReadiness {

    /**
     * @param blocks true: the SOP cannot be put in force; false: the agency should know
     * @param key text key of a sentence
     */
    public record Finding(boolean blocks, String key, List<String> args) {

        static Finding error(String key, String... args) {
            return new Finding(true, key, List.of(args));
        }

        static Finding note(String key, String... args) {
            return new Finding(false, key, List.of(args));
        }
    }

    private final People people;
    private final Recorder recorder;
    private final List<StepEffect> effects;

    SopReadiness(People people, Recorder recorder, List<StepEffect> effects) {
        this.people = people;
        this.recorder = recorder;
        this.effects = effects;
    }

    /** Errors first. */
    public List<Finding> of(int agencyId, Sop sop) {
        LocalDate today = people.today(agencyId);
        List<Unit> units =
                people.units(agencyId).stream().filter(u -> u.validOn(today)).toList();
        Set<Long> active = people.officers(agencyId).stream()
                .filter(o -> o.activeOn(today))
                .map(Officer::id)
                .collect(Collectors.toSet());
        List<RoleHolder> holders = people.holders(agencyId).stream()
                .filter(h -> h.validOn(today) && active.contains(h.officerId()))
                .toList();
        List<Finding> all = new ArrayList<>(notBuilt(sop));
        all.addAll(books(agencyId, sop));
        for (Actor actor : working(sop)) all.addAll(persons(actor, units, holders));
        return all.stream()
                .sorted((a, b) -> Boolean.compare(b.blocks(), a.blocks()))
                .toList();
    }

    private List<Finding> books(int agencyId, Sop sop) {
        return sop.steps().stream()
                .flatMap(step -> step.effects().stream()
                        .filter(e -> e.word().equals(Effect.REGISTER) && !recorder.knows(agencyId, e.argument()))
                        .map(e -> Finding.error("handling.ready.no-book", step.no(), step.title(), e.argument())))
                .toList();
    }

    /** What the SOP asks of the program that it cannot do yet, whatever the agency has. */
    public List<Finding> notBuilt(Sop sop) {
        List<Finding> all = new ArrayList<>();
        Set<String> words = new TreeSet<>();
        for (Step step : sop.steps()) {
            boolean reportsIntoIt = step.branches().stream()
                    .map(Branch::disposition)
                    .flatMap(Stream::ofNullable)
                    .anyMatch(rule -> rule.completion() != DispositionRule.Completion.SENT && !performs(sop, rule));
            if (reportsIntoIt) all.add(Finding.error("handling.ready.disposition", step.no(), step.title()));
            step.effects().stream()
                    .filter(e -> effects.stream().noneMatch(x -> x.word().equals(e.word()) && x.knows(e.argument())))
                    .map(e -> effects.stream().anyMatch(x -> x.word().equals(e.word()))
                            ? e.word() + ": " + e.argument()
                            : e.word())
                    .forEach(words::add);
        }
        if (!words.isEmpty()) all.add(Finding.note("handling.ready.effects", String.join(", ", words)));
        return all;
    }

    /** Whether the named parties themselves do the step that follows. */
    private static boolean performs(Sop sop, DispositionRule rule) {
        return !Sop.isEnd(rule.target()) && sop.step(rule.target()).actor().equals(rule.to());
    }

    /** Actors who have a step or work beside the cases to do, or whom a disposition names, in the order of the table. */
    public static List<Actor> working(Sop sop) {
        Set<String> keys = new LinkedHashSet<>();
        sop.steps().stream().filter(s -> !s.automatic()).forEach(s -> keys.add(s.actor()));
        sop.steps().stream()
                .flatMap(s -> s.branches().stream())
                .map(Branch::disposition)
                .flatMap(Stream::ofNullable)
                .forEach(rule -> keys.add(rule.to()));
        sop.steps().stream()
                .flatMap(s -> s.branches().stream())
                .map(Branch::signer)
                .flatMap(Stream::ofNullable)
                .forEach(keys::add);
        sop.periodics().forEach(p -> keys.add(p.actor()));
        sop.reminders().forEach(r -> keys.add(r.by()));
        return sop.actors().values().stream()
                .filter(a -> keys.contains(a.key()) && a.from() != Actor.From.CITIZEN)
                .toList();
    }

    private static List<Finding> persons(Actor actor, List<Unit> units, List<RoleHolder> holders) {
        return switch (actor.from()) {
            case AGENCY -> ofAgency(actor, holders);
            case NAMED_UNIT -> ofNamedUnit(actor, units, holders);
            case TARGET_UNIT -> ofTargetUnits(actor, units, holders);
            case DISPOSITION -> ofParties(actor, holders);
            case CITIZEN -> List.of();
        };
    }

    private static List<Finding> ofAgency(Actor actor, List<RoleHolder> holders) {
        boolean held = holders.stream().anyMatch(h -> h.holds(actor.key(), null));
        return held ? List.of() : List.of(Finding.error("handling.ready.nobody", actor.name()));
    }

    private static List<Finding> ofParties(Actor actor, List<RoleHolder> holders) {
        boolean somebody = actor.fallback() != null
                || holders.stream().anyMatch(h -> h.role().equals(actor.key()) && h.unitId() != null);
        return somebody ? List.of() : List.of(Finding.error("handling.ready.nobody-anywhere", actor.name()));
    }

    private static List<Finding> ofNamedUnit(Actor actor, List<Unit> units, List<RoleHolder> holders) {
        List<Finding> all = new ArrayList<>(ofAgency(actor, holders));
        String name = Objects.requireNonNullElse(actor.unit(), "");
        boolean known = units.stream()
                .anyMatch(u -> u.name().equalsIgnoreCase(name) || u.shortName().equalsIgnoreCase(name));
        if (!known) all.add(Finding.error("handling.ready.no-unit", name, actor.name()));
        return all;
    }

    private static List<Finding> ofTargetUnits(Actor actor, List<Unit> units, List<RoleHolder> holders) {
        List<String> without = units.stream()
                .filter(u -> holders.stream().noneMatch(h -> h.holds(actor.key(), u.id())))
                .map(Unit::shortName)
                .toList();
        if (without.size() == units.size())
            return List.of(Finding.error("handling.ready.nobody-anywhere", actor.name()));
        if (without.isEmpty()) return List.of();
        String names = String.join(", ", without.subList(0, Math.min(8, without.size())));
        return List.of(Finding.note(
                without.size() > 8 ? "handling.ready.units-more" : "handling.ready.units",
                actor.name(),
                names,
                Integer.toString(Math.max(0, without.size() - 8))));
    }
}
