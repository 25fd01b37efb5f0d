package id.tindak.survey;

import id.tindak.base.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled questionnaire; what is wrong is noted at its field. On a screen every element is asked for: the regulation's form has no word
 * for leaving one out, and its published metadata say that none may be empty (sirusa.web.bps.go.id/metadata/variabel/104486). A paper form comes
 * as it was filled in: 0 is typed for what was left out, and the mean of an element is of those who answered it.
 */
final class SurveyForm {

    static final String DIGITS = "nilai";

    private static final int LONGEST_SUGGESTION = 1000;
    private static final int OLDEST = 120;

    /** What stands in it, whoever sent it. */
    record Filled(
            Map<String, Integer> values,
            Response.Person person,
            @Nullable String suggestion) {}

    private SurveyForm() {}

    /** One field for each element. Null when something was wrong. */
    static @Nullable Filled parse(Form form, Instrument instrument, List<Instrument.Element> elements) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Instrument.Element e : elements) {
            int value = value(form.value(e.code()), e);
            if (value > 0) values.put(e.code(), value);
            else form.wrong(e.code(), "survey.form.missing", e.name());
        }
        return filled(form, instrument, values);
    }

    /** One digit for each element, in the order of the printed form. Null when something was wrong. */
    static @Nullable Filled typed(Form form, Instrument instrument, List<Instrument.Element> elements) {
        String digits = form.line(DIGITS, 40).replaceAll("[\\s.,-]", "");
        Map<String, Integer> values = new LinkedHashMap<>();
        if (digits.length() != elements.size() || !digits.matches("[0-9]*"))
            form.wrong(DIGITS, "survey.paper.digits", elements.size());
        else
            for (int i = 0; i < digits.length(); i++) {
                String digit = digits.substring(i, i + 1);
                int value = value(digit, elements.get(i));
                if (value > 0) values.put(elements.get(i).code(), value);
                else if (!digit.equals("0"))
                    form.wrong(
                            DIGITS,
                            "survey.paper.digit",
                            digit,
                            i + 1,
                            elements.get(i).answers().size());
            }
        if (form.error(DIGITS) == null && values.isEmpty()) form.wrong(DIGITS, "survey.paper.empty");
        return filled(form, instrument, values);
    }

    private static @Nullable Filled filled(Form form, Instrument instrument, Map<String, Integer> values) {
        Response.Person person = new Response.Person(
                one(form, "kelamin", instrument.sexes()),
                age(form),
                one(form, "pendidikan", instrument.educations()),
                one(form, "pekerjaan", instrument.occupations()));
        String suggestion = form.text("saran", LONGEST_SUGGESTION);
        return form.ok() ? new Filled(values, person, suggestion.isEmpty() ? null : suggestion) : null;
    }

    /** 0 for what is none of the answers. */
    private static int value(String typed, Instrument.Element e) {
        if (!typed.matches("[1-9]")) return 0;
        int value = Integer.parseInt(typed);
        return value <= e.answers().size() ? value : 0;
    }

    private static @Nullable Integer age(Form form) {
        String typed = form.line("umur", 9);
        if (typed.isEmpty()) return null;
        boolean good = typed.matches("\\d{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= OLDEST;
        if (!good) form.wrong("umur", "survey.form.age", OLDEST);
        return good ? Integer.valueOf(typed) : null;
    }

    private static @Nullable String one(Form form, String field, Map<String, String> words) {
        String code = form.one(field);
        if (code == null || words.containsKey(code)) return code;
        form.wrong(field, "survey.form.choice");
        return null;
    }
}
