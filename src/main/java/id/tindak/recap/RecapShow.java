package id.tindak.recap;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.handling.Period;
import id.tindak.handling.SideTask;
import id.tindak.handling.SideTasks;
import id.tindak.sop.Periodic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what the pages of the recaps show. */
@Component
class RecapShow {

    private static final int FIRST_CASES = 20;
    private static final int PAGE = 50;
    private static final int OFFERED_MONTHS = 12;

    private final Recaps recaps;
    private final RecapDoor door;
    private final Signers signers;
    private final SideTasks tasks;
    private final People people;

    RecapShow(Recaps recaps, RecapDoor door, Signers signers, SideTasks tasks, People people) {
        this.recaps = recaps;
        this.door = door;
        this.signers = signers;
        this.tasks = tasks;
        this.people = people;
    }

    RecapView.Listing listing(Page page, Signed me, Form form) {
        RecapWords words = new RecapWords(page.language(), page.times());
        Map<String, Recap.Line> newest = new LinkedHashMap<>();
        recaps.all(me.agencyId()).forEach(l -> newest.putIfAbsent(l.period().code(), l));
        Period month = Period.of(Periodic.Every.MONTH, people.today(me.agencyId()));
        List<RecapView.Row> months = Stream.concat(
                        Stream.of(month, month.previous()),
                        newest.values().stream().map(Recap.Line::period))
                .filter(p -> p.every() == Periodic.Every.MONTH)
                .distinct()
                .sorted((a, b) -> b.first().compareTo(a.first()))
                .map(p -> row(page, words, p, newest.get(p.code())))
                .toList();
        List<RecapView.Row> longer = newest.values().stream()
                .filter(l -> l.period().every() != Periodic.Every.MONTH)
                .map(l -> row(page, words, l.period(), l))
                .toList();
        return new RecapView.Listing(
                months, longer, choices(page, me, newest), door.open(me).makes(), form);
    }

    private RecapView.Row row(Page page, RecapWords words, Period p, Recap.@Nullable Line line) {
        boolean running = !p.over(LocalDate.ofInstant(page.now(), page.times().zone()));
        String state = line == null
                ? running ? "recap.state.running" : "recap.state.none"
                : line.frozen()
                        ? "recap.state.frozen"
                        : !line.computed()
                                ? "recap.state.computing"
                                : running ? "recap.state.running" : "recap.state.draft";
        return new RecapView.Row(p.code(), p.words(words.times(), words.language()), state, line);
    }

    /** Periods of which there is no recap yet: months, and what is longer, running ones included. */
    private Map<String, String> choices(Page page, Signed me, Map<String, Recap.Line> known) {
        LocalDate today = people.today(me.agencyId());
        Stream<Period> months = Stream.iterate(Period.of(Periodic.Every.MONTH, today), Period::previous)
                .limit(OFFERED_MONTHS + 1L);
        Stream<Period> longer = Stream.of(Periodic.Every.QUARTER, Periodic.Every.HALF_YEAR, Periodic.Every.YEAR)
                .map(every -> Period.of(every, today))
                .flatMap(p -> Stream.of(p, p.previous(), p.previous().previous()));
        Map<String, String> choices = new LinkedHashMap<>();
        Stream.concat(months, longer)
                .filter(p -> !known.containsKey(p.code()))
                .forEach(p -> choices.put(p.code(), p.words(page.times(), page.language())));
        return choices;
    }

    RecapView recap(Page page, Signed me, Period period, @Nullable Recap recap, Form form) {
        RecapDoor.Right right = door.open(me);
        RecapWords words = new RecapWords(page.language(), page.times());
        List<Recap.Line> all = recaps.all(me.agencyId());
        boolean computed = recap != null && recap.computedAt() != null;
        Figures figures = computed ? Objects.requireNonNull(recap).figures() : null;
        List<Recap.Line> own =
                all.stream().filter(l -> l.period().equals(period)).toList();
        Recap.Line before = of(all, period.previous());
        List<Recap.Kept> kept = recap == null ? List.of() : recaps.files(recap);
        boolean makes = right.makes();
        boolean lists =
                right.cases() && computed && Objects.requireNonNull(recap).listsCases();
        Recap.Frozen frozen = recap == null ? null : recap.frozen();
        String name = period.words(page.times(), page.language());
        return new RecapView(
                page.t("recap.title." + period.every(), name),
                period,
                name,
                recap,
                figures,
                !period.over(people.today(me.agencyId())),
                recap != null && recap.whole(start(page, period.next())),
                own,
                before == null ? null : before.period().code(),
                before == null || !before.computed() || figures == null
                        ? null
                        : figures.ledger().received() - before.received(),
                drift(all, period, figures),
                figures == null ? null : Trend.of(period, all, words),
                kept,
                recap == null || recaps.genuine(recap, kept),
                lists && recaps.secretSince(Objects.requireNonNull(recap)),
                frozen == null
                        ? ""
                        : people.officer(me.agencyId(), frozen.by())
                                .map(Officer::name)
                                .orElse(""),
                months(page, period, all),
                makes,
                lists,
                lists ? recaps.cases(Objects.requireNonNull(recap), SolvedStore.After.NOTHING, FIRST_CASES) : List.of(),
                figures == null ? List.of() : new RecapTables(words).of(figures),
                makes && recap != null && !recap.isFrozen() ? titles(me) : Map.of(),
                makes && recap != null && !recap.isFrozen() ? periodic(me, period) : List.of(),
                form,
                words);
    }

    private static Instant start(Page page, Period p) {
        return p.first().atStartOfDay(page.times().zone()).toInstant();
    }

    private static Recap.@Nullable Line of(List<Recap.Line> all, Period p) {
        return all.stream().filter(l -> l.period().equals(p)).findFirst().orElse(null);
    }

    /** What the newest frozen recap of the period before left over, where this one begins with another figure. */
    private static @Nullable Long drift(List<Recap.Line> all, Period period, @Nullable Figures figures) {
        Recap.Line before = all.stream()
                .filter(l -> l.frozen() && l.period().equals(period.previous()))
                .findFirst()
                .orElse(null);
        if (before == null
                || figures == null
                || before.closing() == figures.ledger().opening()) return null;
        return before.closing();
    }

    private static List<RecapView.Month> months(Page page, Period period, List<Recap.Line> all) {
        if (period.every() == Periodic.Every.MONTH) return List.of();
        return period.months().stream()
                .map(m ->
                        new RecapView.Month(m.words(page.times(), page.language()), of(all, m) == null ? "" : m.code()))
                .toList();
    }

    private Map<String, String> titles(Signed me) {
        return signers.of(me.agencyId()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().title() + ": " + e.getValue().name(),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** Own periodic work of the same period that waits to be done. */
    List<RecapView.Task> periodic(Signed me, Period period) {
        return tasks.open(me.agencyId(), me.officerId()).stream()
                .filter(t -> period.code().equals(t.period()) && t.received() == null)
                .map(RecapShow::task)
                .toList();
    }

    private static RecapView.Task task(SideTask t) {
        String name = t.output() == null ? t.activity() : t.activity() + " (" + t.output() + ")";
        return new RecapView.Task(t.id(), name, name.toLowerCase(Locale.ROOT).contains("rekap"));
    }

    /** The form as it stands: with what was kept before. */
    Form filled(Signed me, @Nullable Recap recap) {
        Form form = Form.empty();
        if (recap == null || recap.isFrozen()) return form;
        form.with("catatan", recap.note());
        Recap.Signer signer = recap.signer();
        if (signer != null)
            signers.of(me.agencyId()).entrySet().stream()
                    .filter(e -> e.getValue().equals(signer))
                    .findFirst()
                    .ifPresent(e -> form.with("mengetahui", e.getKey()));
        return form;
    }

    RecapView.Cases cases(Page page, Recap recap, Form form) {
        Long run = form.id("sesudah");
        Long at = form.id("pada");
        SolvedStore.After after = run == null
                ? SolvedStore.After.NOTHING
                : new SolvedStore.After(at == null ? Instant.EPOCH : Instant.EPOCH.plus(at, ChronoUnit.MICROS), run);
        List<SolvedCase> found = recaps.cases(recap, after, PAGE + 1);
        List<SolvedCase> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String revision = form.id("revisi") == null ? "" : "&revisi=" + recap.revision();
        SolvedCase last = shown.isEmpty() ? null : shown.getLast();
        String next = found.size() <= PAGE || last == null
                ? null
                : page.url("/rekap/" + recap.period().code() + "/daftar?sesudah=" + last.run() + "&pada="
                        + micros(last.endedAt()) + revision);
        return new RecapView.Cases(
                page.t("recap.title." + recap.period().every(), recap.period().words(page.times(), page.language())),
                recap.period().code(),
                recap.revision(),
                recap.isFrozen(),
                shown,
                next,
                new RecapWords(page.language(), page.times()));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
