package id.tindak.recap;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Texts;
import id.tindak.calendar.Interval;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Elected;
import id.tindak.handling.Period;
import id.tindak.handling.RefusalGround;
import id.tindak.handling.RefusalGrounds;
import id.tindak.handling.Sops;
import id.tindak.handling.StatutoryLimit;
import id.tindak.handling.StatutoryLimits;
import id.tindak.recap.FigureStore.Part;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.survey.Grade;
import id.tindak.survey.Ikm;
import id.tindak.survey.Surveys;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Works out the figures of a period: what the store counted, under the names that the agency's data has today. */
@Component
class Reckoning {

    /** Work that began earlier than so many days before the period is measured from there on. */
    private static final int DAYS_BEFORE = 1100;

    private static final long MINUTE = 60;

    private final FigureStore store;
    private final Agencies agencies;
    private final People people;
    private final Calendars calendars;
    private final Sops sops;
    private final RefusalGrounds grounds;
    private final StatutoryLimits limits;
    private final Surveys surveys;

    Reckoning(
            FigureStore store,
            Agencies agencies,
            People people,
            Calendars calendars,
            Sops sops,
            RefusalGrounds grounds,
            StatutoryLimits limits,
            Surveys surveys) {
        this.store = store;
        this.agencies = agencies;
        this.people = people;
        this.calendars = calendars;
        this.sops = sops;
        this.grounds = grounds;
        this.limits = limits;
        this.surveys = surveys;
    }

    /** When a period begins and ends for this agency. */
    Instant begin(int agencyId, Period p) {
        return p.first().atStartOfDay(agencies.byId(agencyId).zone()).toInstant();
    }

    Instant end(int agencyId, Period p) {
        return begin(agencyId, p.next());
    }

    /**
     * The figures as they are; all statements see the same moment.
     *
     * @param until the end of the period, or an earlier moment
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Figures of(int agencyId, Instant from, Instant until) {
        List<Unit> units = people.units(agencyId);
        Map<Long, Sop> known = versions(agencyId);
        FigureStore.Span s = span(agencyId, from, until, units, known.values());
        List<FigureStore.Balance> balances = store.balances(s);
        FigureStore.Balance all =
                balances.stream().filter(b -> b.part() == Part.ALL).findFirst().orElseThrow();
        List<FigureStore.Step> steps = store.steps(s);
        Map<String, Unit> unitsById = units.stream().collect(Collectors.toMap(u -> Long.toString(u.id()), u -> u));
        Map<String, String> categories =
                agencies.categories(agencyId).stream().collect(Collectors.toMap(Category::code, Category::name));
        List<FigureStore.Counted> counts = store.counts(s);
        return new Figures(
                all.ledger(),
                all.timing(),
                promise(agencyId),
                steps.stream()
                        .filter(FigureStore.Step::reporter)
                        .mapToLong(FigureStore.Step::waiting)
                        .sum(),
                steps.stream()
                        .filter(x -> Standing.oversees(x.step()))
                        .mapToLong(FigureStore.Step::opened)
                        .sum(),
                groups(balances, Part.CHANNEL, c -> Texts.named(Texts.DEFAULT, "desk.channel.", c), c -> true),
                groups(
                        balances,
                        Part.UNIT,
                        u -> unitsById.containsKey(u)
                                ? Objects.requireNonNull(unitsById.get(u)).shortName()
                                : u,
                        u -> !unitsById.containsKey(u)
                                || !Objects.requireNonNull(unitsById.get(u)).elected()),
                groups(balances, Part.CATEGORY, c -> categories.getOrDefault(c, c), c -> true),
                groups(balances, Part.KIND, k -> Texts.named(Texts.DEFAULT, "desk.kind.", k), k -> true),
                groups(balances, Part.DISTRICT, Function.identity(), d -> true),
                lines(steps, known),
                grounds(agencyId, counts),
                counts.stream()
                        .filter(c -> !c.what().equals("GROUND"))
                        .map(c -> new Figures.Count(
                                Texts.get(Texts.DEFAULT, "recap.move." + c.what(), c.code()), c.count()))
                        .toList(),
                limits(agencyId, store.limits(s)),
                store.overdue(s).stream()
                        .map(o -> new Figures.Overdue(
                                unit(unitsById, o.unitId()),
                                o.count(),
                                o.since().toEpochMilli(),
                                o.reminders()))
                        .toList(),
                store.promises(s),
                survey(agencyId, from, s.untilDay(), until));
    }

    /** Of the days of the period that were counted. */
    private Figures.@Nullable Satisfaction survey(int agencyId, Instant from, LocalDate untilDay, Instant until) {
        ZoneId zone = agencies.byId(agencyId).zone();
        boolean midnight = untilDay.atStartOfDay(zone).toInstant().equals(until);
        Ikm ikm = surveys.ikm(
                agencyId, LocalDate.ofInstant(from, zone), midnight ? untilDay.minusDays(1) : untilDay, null);
        if (ikm.respondents() == 0) return null;
        BigDecimal index = ikm.converted();
        Grade grade = ikm.grade();
        return new Figures.Satisfaction(
                ikm.respondents(),
                index == null ? "" : index.toPlainString(),
                grade == null ? "" : grade.letter() + ", " + grade.word(),
                ikm.elements().stream()
                        .map(e -> new Figures.Satisfaction.Element(
                                e.label() + " " + e.name(),
                                e.mean(2).toPlainString(),
                                e.converted().toPlainString()))
                        .toList());
    }

    private static String unit(Map<String, Unit> units, @Nullable Long id) {
        Unit unit = id == null ? null : units.get(Long.toString(id));
        return unit == null ? Texts.get(Texts.DEFAULT, "recap.none.UNIT") : unit.shortName();
    }

    /** @param timed whether time may be held against it */
    private static List<Figures.Group> groups(
            List<FigureStore.Balance> balances,
            Part part,
            Function<String, String> name,
            java.util.function.Predicate<String> timed) {
        List<FigureStore.Balance> own =
                balances.stream().filter(b -> b.part() == part).toList();
        if (own.stream().allMatch(b -> b.code() == null)) return List.of(); // nobody fills it in
        return own.stream()
                .filter(b -> !b.ledger().empty())
                .map(b -> {
                    String code = b.code() == null ? "" : b.code();
                    String called = code.isEmpty() ? Texts.get(Texts.DEFAULT, "recap.none." + part) : name.apply(code);
                    return new Figures.Group(code, called, b.ledger(), timed.test(code) ? b.timing() : null);
                })
                .sorted(Comparator.comparingLong(
                                (Figures.Group g) -> -g.ledger().in())
                        .thenComparing(g -> g.code().isEmpty())
                        .thenComparing(Figures.Group::name)
                        .thenComparing(Figures.Group::code))
                .toList();
    }

    private static List<Figures.StepLine> lines(List<FigureStore.Step> steps, Map<Long, Sop> known) {
        return steps.stream()
                .filter(s -> !s.reporter() && known.containsKey(s.sopId()))
                .sorted(Comparator.comparing(FigureStore.Step::sopId)
                        .thenComparingInt(s -> row(known, s))
                        .thenComparing(FigureStore.Step::role)
                        .thenComparing(FigureStore.Step::elected))
                .map(s -> line(Objects.requireNonNull(known.get(s.sopId())), s))
                .toList();
    }

    /** Where the step stands in the procedure's table; those beside it come last. */
    private static int row(Map<Long, Sop> known, FigureStore.Step s) {
        List<id.tindak.sop.Step> rows =
                Objects.requireNonNull(known.get(s.sopId())).steps();
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).no().equals(s.step())) return i;
        return rows.size();
    }

    private static Figures.StepLine line(Sop sop, FigureStore.Step s) {
        boolean held = !s.elected() && (!sop.actors().containsKey(s.role()) || !Elected.is(sop.actor(s.role())));
        id.tindak.sop.Step step = sop.hasStep(s.step()) ? sop.step(s.step()) : null;
        boolean actor = sop.actors().containsKey(s.role()) || Standing.actors().containsKey(s.role());
        return new Figures.StepLine(
                sop.code() + " " + sop.version(),
                step == null ? s.step() : step.no() + ". " + step.title(),
                actor ? sop.actor(s.role()).name() : s.role(),
                s.standard(),
                held,
                s.done(),
                held ? s.late() : 0,
                held ? s.median() : null,
                held ? s.ninth() : null,
                s.returned(),
                s.reminders(),
                s.waiting(),
                held ? s.waitingLate() : 0);
    }

    private List<Figures.Count> grounds(int agencyId, List<FigureStore.Counted> counts) {
        Map<String, String> names = grounds.all(agencyId).stream()
                .collect(Collectors.toMap(RefusalGround::code, RefusalGround::name, (a, b) -> a));
        return counts.stream()
                .filter(c -> c.what().equals("GROUND"))
                .map(c -> new Figures.Count(
                        c.code().isEmpty()
                                ? Texts.get(Texts.DEFAULT, "recap.none.GROUND")
                                : names.getOrDefault(c.code(), c.code()),
                        c.count()))
                .toList();
    }

    private List<Figures.LimitLine> limits(int agencyId, List<FigureStore.Limit> counted) {
        Map<String, StatutoryLimit> known =
                limits.of(agencyId).stream().collect(Collectors.toMap(StatutoryLimit::code, l -> l));
        return counted.stream()
                .filter(l -> l.ended() + l.lateOpen() > 0)
                .map(l -> {
                    StatutoryLimit limit = known.get(l.code());
                    return new Figures.LimitLine(
                            limit == null ? l.code() : limit.name(),
                            l.basis(),
                            limit != null && limit.verified(),
                            l.ended(),
                            l.late(),
                            l.lateOpen());
                })
                .toList();
    }

    /** What the procedure in force sets for the whole, where it is the same for every channel. */
    private @Nullable String promise(int agencyId) {
        Sop sop = sops.inForce(agencyId).map(Sops.Running::sop).orElse(null);
        if (sop == null) return null;
        Set<String> promises = new HashSet<>();
        for (String channel : sop.channels().keySet()) {
            TimeStandard promise = sop.promise(channel);
            if (promise == null) return null;
            promises.add(promise.text());
        }
        return promises.size() == 1 ? promises.iterator().next() : null;
    }

    /** Every version that was ever in force. */
    private Map<Long, Sop> versions(int agencyId) {
        return sops.versions(agencyId).stream()
                .filter(v -> v.inForceFrom() != null)
                .collect(Collectors.toMap(
                        Sops.Version::id, v -> sops.byId(agencyId, v.id()).sop()));
    }

    private FigureStore.Span span(
            int agencyId, Instant from, Instant until, List<Unit> units, java.util.Collection<Sop> known) {
        Agency agency = agencies.byId(agencyId);
        WorkCalendar calendar = calendars.current(agencyId);
        Map<String, Long> standards = new HashMap<>();
        known.stream().flatMap(Reckoning::standards).forEach(t -> standards.put(t.text(), t.amount() * MINUTE));
        List<String> texts = standards.keySet().stream().sorted().toList();
        LocalDate first = LocalDate.ofInstant(from, agency.zone()).minusDays(DAYS_BEFORE);
        LocalDate last = LocalDate.ofInstant(until, agency.zone());
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        Instant origin = first.atStartOfDay(agency.zone()).toInstant();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1))
            for (Interval hours : calendar.hours(day)) {
                Instant begin = at(day, hours.from(), agency.zone());
                boolean midnight = hours.to().equals(LocalTime.MIDNIGHT);
                Instant end = at(midnight ? day.plusDays(1) : day, hours.to(), agency.zone());
                begins.add(begin.getEpochSecond());
                ends.add(begin.getEpochSecond()
                        + calendar.workingBetween(begin, end).toSeconds());
                before.add(calendar.workingBetween(origin, begin).toSeconds());
            }
        return new FigureStore.Span(
                agencyId,
                from,
                until,
                last,
                agency.zone().getId(),
                texts,
                texts.stream().map(standards::get).toList(),
                begins,
                ends,
                before,
                units.stream().filter(Unit::elected).map(Unit::id).toList());
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Standards that are so many minutes; a working day has no fixed length. */
    private static Stream<TimeStandard> standards(Sop sop) {
        return Stream.concat(
                        sop.steps().stream().map(id.tindak.sop.Step::time),
                        sop.channels().keySet().stream().map(sop::promise))
                .flatMap(Stream::ofNullable)
                .filter(t -> t.basis() != TimeStandard.Basis.WORKING_DAYS);
    }
}
