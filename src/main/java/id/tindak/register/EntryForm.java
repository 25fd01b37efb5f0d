package id.tindak.register;

import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an officer typed for an entry; what is wrong is noted at its field. */
final class EntryForm {

    static final int LONGEST_NUMBER = 60;
    static final int LONGEST_REASON = 500;

    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";
    /** Printed inside a number; see {@link NumberTemplate}. */
    private static final String CODE = "[\\p{L}\\p{Nd}/._()-]*";

    private EntryForm() {}

    /** Null when something was wrong. */
    static @Nullable NewEntry parse(Form form, BookKind kind, ZoneId zone, Instant now) {
        Instant happened = time(form, zone, now);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : kind.fields()) {
            String value = value(form, field, field.key());
            if (value.isEmpty() && kind.requires(field) && form.error(field.key()) == null)
                form.wrong(field.key(), "register.missing." + field.key());
            fields.put(field, value);
        }
        String external = form.line("luar", LONGEST_NUMBER);
        String key = form.value("kunci");
        if (!form.ok() || happened == null) return null;
        return new NewEntry(
                key.matches("[0-9a-f-]{36}") ? key : null,
                happened,
                null,
                null,
                external.isEmpty() ? null : external,
                fields);
    }

    /** The text of one field, checked by its type. */
    static String value(Form form, Field field, String name) {
        String text = field.longer() ? form.text(name, field.max()) : form.line(name, field.max());
        if (text.isEmpty() || form.error(name) != null) return text;
        switch (field.type()) {
            case DAY -> {
                if (DateField.parse(text) == null) form.wrong(name, "admin.form.date");
            }
            case CLOCK -> {
                if (!text.matches(CLOCK)) form.wrong(name, "register.clock");
            }
            case CODE -> {
                if (!text.matches(CODE)) form.wrong(name, "register.code");
            }
            case LINE, PERSON, SUBJECT, TEXT -> {}
        }
        return text;
    }

    /** The real time from the fields {@code tanggal} and {@code jam}; null when it is none, or lies ahead. */
    static @Nullable Instant time(Form form, ZoneId zone, Instant now) {
        LocalDate day = DateField.read(form, "tanggal", false);
        String clock = form.line("jam", 5);
        if (!clock.matches(CLOCK)) {
            form.wrong("jam", "register.clock");
            return null;
        }
        if (day == null) return null;
        Instant at = day.atTime(LocalTime.parse(clock)).atZone(zone).toInstant();
        if (at.isAfter(now)) form.wrong("tanggal", "register.future");
        return at;
    }
}
