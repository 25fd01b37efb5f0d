package id.tindak.base.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A day and time of day as a datetime-local input sends it (2026-11-23T09:10). */
public final class MomentField {

    private MomentField() {}

    /** The moment in the agency's zone; null when the field is empty or no time, which is then a fault of the form. */
    public static @Nullable Instant read(Form form, String field, ZoneId zone) {
        String text = form.line(field, 30);
        if (text.isEmpty()) {
            form.wrong(field, "web.form.moment-missing");
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            form.wrong(field, "web.form.moment");
            return null;
        }
    }
}
