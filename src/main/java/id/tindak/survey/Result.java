package id.tindak.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a period's answers say, for a page or a sheet.
 *
 * @param name of the period in words
 * @param spans other periods to look at: code to name
 * @param unit whose it is; empty for the whole agency
 * @param units code to name, those that answers name included though they ended
 * @param invited reporters who were asked in the period
 * @param population people served, as typed; the invited where nothing was typed
 * @param needed sample for that population; 0 where it is not known
 * @param suggestions as officers read them
 */
public record Result(
        Span span,
        String name,
        Map<String, String> spans,
        String unit,
        Map<String, String> units,
        Instrument instrument,
        Ikm ikm,
        int invited,
        int population,
        int needed,
        List<Part> byUnit,
        List<Part> byService,
        List<Respondents> respondents,
        List<Suggested> suggestions,
        boolean writes) {

    /** @param ikm null where so few answered that the number would be theirs */
    public record Part(String name, @Nullable Ikm ikm) {}

    public record Suggested(String id, String text) {}

    public String unitName() {
        return units.getOrDefault(unit, "");
    }

    /** Whether the number says little of all who were served. */
    public boolean small() {
        return ikm.respondents() < needed;
    }

    /** Whether so few answered that single forms would be recognised. */
    public boolean few() {
        return ikm.respondents() < Respondents.LEAST;
    }

    /** Query that leads to the same. */
    public String query() {
        return "masa=" + span.code() + (unit.isEmpty() ? "" : "&unit=" + unit);
    }

    public String spanCode() {
        return span.code();
    }

    public LocalDate first() {
        return span.first();
    }

    public LocalDate last() {
        return span.last();
    }

    public String before() {
        return span.before().code();
    }

    public String after() {
        return span.after().code();
    }
}
