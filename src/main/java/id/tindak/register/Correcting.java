package id.tindak.register;

import id.tindak.base.web.Form;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it was asked for.
 *
 * @param field null when the real time is corrected
 * @param time the new time then
 * @param seen how many corrections the entry had on the page that the form stood on
 */
record Correcting(
        @Nullable Field field, String value, @Nullable Instant time, String reason, int seen) {

    /** Null when something was wrong; it is noted at its field. */
    static @Nullable Correcting parse(Form form, BookKind kind, ZoneId zone, Instant now) {
        boolean ofTime = form.value("isian").equals(Entry.TIME);
        Field field = kind.fields().stream()
                .filter(f -> f.key().equals(form.value("isian")))
                .findFirst()
                .orElse(null);
        if (field == null && !ofTime) form.wrong("isian", "register.fieldMissing");
        String value = field == null ? "" : EntryForm.value(form, field, "nilai");
        Instant time = ofTime ? EntryForm.time(form, zone, now) : null;
        String reason = form.line(reasonField(field), EntryForm.LONGEST_REASON);
        if (reason.isEmpty() && ofTime) form.wrong(reasonField(field), "register.reasonMissing");
        if (field != null && value.isEmpty() && kind.requires(field))
            form.wrong("nilai", "register.missing." + field.key());
        Long seen = form.id("ralat");
        return form.ok() ? new Correcting(field, value, time, reason, seen == null ? -1 : seen.intValue()) : null;
    }

    private static String reasonField(@Nullable Field field) {
        return field == null ? "alasan_waktu" : "alasan";
    }

    /** What the page of the entry calls the form. */
    static String form(Form form) {
        return form.value("isian").equals(Entry.TIME) ? "waktu" : "ralat";
    }
}
