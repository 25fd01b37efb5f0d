package id.tindak.survey;

import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a period's answers say, for those to whom it is open: officers at a desk of the whole agency, administrators, auditors. */
@Component
class Results {

    private static final int MOST_SUGGESTIONS = 200;
    private static final int MOST_PEOPLE = 10_000_000;

    private final Surveys surveys;
    private final SurveyStore store;
    private final Desk desk;
    private final People people;

    Results(Surveys surveys, SurveyStore store, Desk desk, People people) {
        this.surveys = surveys;
        this.store = store;
        this.desk = desk;
        this.people = people;
    }

    /** @throws Problem 404 when the survey is not open to this officer */
    void open(Signed me) {
        if (!me.auditor() && !me.admin() && !desk.ofWholeAgency(me.agencyId(), me.officerId()))
            throw Problem.of(404, "survey.notOpen");
    }

    /** Units of today by name: id to name. Elected ones serve nobody over a counter. */
    Map<String, String> units(int agencyId) {
        LocalDate today = people.today(agencyId);
        return people.units(agencyId).stream()
                .filter(u -> u.validOn(today) && !u.elected())
                .collect(Collectors.toMap(u -> Long.toString(u.id()), Unit::name, (a, b) -> a, LinkedHashMap::new));
    }

    /** The period and unit that were asked for, else this quarter of the whole agency. */
    Result of(Page page, int agencyId, Form form, boolean writes) {
        LocalDate today = surveys.today(agencyId);
        Span span = Span.of(form.value("masa")).orElseGet(() -> Span.quarter(today));
        Map<String, String> units = units(agencyId);
        List<SurveyStore.Count> counts = store.counts(agencyId, span.first(), span.last(), null);
        counts.stream()
                .filter(c -> c.what().equals("unit") && !c.code().isEmpty())
                .forEach(c -> units.putIfAbsent(c.code(), former(agencyId, c.code())));
        String chosen = units.containsKey(form.value("unit")) ? form.value("unit") : "";
        Long unit = chosen.isEmpty() ? null : Long.valueOf(chosen);
        Instrument instrument = Instrument.on(span.last());
        Ikm ikm = surveys.ikm(agencyId, span.first(), span.last(), unit);
        int invited = store.invited(agencyId, span.first(), span.last(), unit);
        Long typed = form.id("populasi");
        int population = typed == null ? invited : (int) Math.min(MOST_PEOPLE, typed);
        return new Result(
                span,
                name(page, span),
                spans(page, today, span),
                chosen,
                units,
                instrument,
                ikm,
                invited,
                population,
                SampleSize.of(population),
                unit == null ? parts(agencyId, instrument, span, SurveyStore.By.UNIT, units) : List.of(),
                unit == null ? parts(agencyId, instrument, span, SurveyStore.By.SERVICE, Map.of()) : List.of(),
                respondents(
                        page,
                        instrument,
                        unit == null ? counts : store.counts(agencyId, span.first(), span.last(), unit)),
                suggestions(agencyId, span, unit),
                writes);
    }

    /** "November 2026", "Triwulan IV 2026", "Semester II 2026", "Tahun 2026" */
    static String name(Page page, Span span) {
        String year = Integer.toString(span.year());
        return switch (span.months()) {
            case 1 ->
                span.first()
                                .getMonth()
                                .getDisplayName(
                                        TextStyle.FULL_STANDALONE,
                                        "en".equals(page.language()) ? Locale.UK : Locale.of("id", "ID"))
                        + " " + year;
            case 3 -> page.t("survey.span.quarter", roman(span.which()), year);
            case 6 -> page.t("survey.span.half", roman(span.which()), year);
            default -> page.t("survey.span.year", year);
        };
    }

    private static String roman(int n) {
        return List.of("I", "II", "III", "IV").get(n - 1);
    }

    private static Map<String, String> spans(Page page, LocalDate today, Span shown) {
        Map<String, String> spans = new LinkedHashMap<>();
        for (Span s : Span.around(today)) {
            spans.put(s.code(), name(page, s));
            spans.put(s.before().code(), name(page, s.before()));
        }
        spans.putIfAbsent(shown.code(), name(page, shown));
        return spans;
    }

    private String former(int agencyId, String unit) {
        return people.units(agencyId).stream()
                .filter(u -> Long.toString(u.id()).equals(unit))
                .map(Unit::name)
                .findFirst()
                .orElse(unit);
    }

    private List<Result.Part> parts(
            int agencyId, Instrument instrument, Span span, SurveyStore.By by, Map<String, String> names) {
        Map<String, Map<String, int[]>> sums = store.sums(agencyId, instrument.code(), span.first(), span.last(), by);
        List<Result.Part> parts = new ArrayList<>();
        sums.forEach((code, of) -> {
            Ikm ikm = surveys.ikm(agencyId, instrument, of);
            if (!code.isEmpty())
                parts.add(new Result.Part(
                        names.getOrDefault(code, code), ikm.respondents() < Respondents.LEAST ? null : ikm));
        });
        parts.sort(Comparator.comparing(Result.Part::name));
        return parts;
    }

    private static List<Respondents> respondents(Page page, Instrument instrument, List<SurveyStore.Count> counts) {
        return List.of(
                respondents(page, "sex", instrument.sexes(), counts),
                respondents(page, "education", instrument.educations(), counts),
                respondents(page, "occupation", instrument.occupations(), counts),
                respondents(
                        page,
                        "origin",
                        Arrays.stream(Response.Origin.values())
                                .collect(Collectors.toMap(
                                        Enum::name,
                                        o -> page.t("survey.origin." + o.name()),
                                        (a, b) -> a,
                                        LinkedHashMap::new)),
                        counts));
    }

    private static Respondents respondents(
            Page page, String what, Map<String, String> words, List<SurveyStore.Count> counts) {
        Map<String, Integer> counted = counts.stream()
                .filter(c -> c.what().equals(what))
                .collect(Collectors.toMap(SurveyStore.Count::code, SurveyStore.Count::count));
        List<Respondents.Cell> cells = new ArrayList<>();
        words.forEach((code, word) -> cells.add(new Respondents.Cell(word, counted.getOrDefault(code, 0))));
        Integer untold = counted.get("");
        if (untold != null) cells.add(new Respondents.Cell(page.t("survey.untold"), untold));
        return Respondents.of(what, cells);
    }

    private List<Result.Suggested> suggestions(int agencyId, Span span, @Nullable Long unit) {
        return store.suggestions(agencyId, span.first(), span.last(), unit, MOST_SUGGESTIONS).stream()
                .map(s -> new Result.Suggested(Long.toString(s.id()), SuggestionMask.of(s.text())))
                .toList();
    }
}
