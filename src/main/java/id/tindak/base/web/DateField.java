package id.tindak.base.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day as a date input sends it (2026-11-23). */
public final class DateField {

    private DateField() {}

    /** The day; null when the field is empty or no date, which is then a fault of the form unless it may be empty. */
    public static @Nullable LocalDate read(Form form, String field, boolean mayBeEmpty) {
        String text = form.line(field, 20);
        if (text.isEmpty()) {
            if (!mayBeEmpty) form.wrong(field, "admin.form.date-missing");
            return null;
        }
        LocalDate day = parse(text);
        if (day == null) form.wrong(field, "admin.form.date");
        return day;
    }

    /** A day between 1945 and 2199; null for anything else. */
    public static @Nullable LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1945 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
