package id.tindak.admin;

import id.tindak.base.web.Form;
import id.tindak.base.web.MomentField;
import id.tindak.calendar.CalendarDefinition;
import id.tindak.calendar.CalendarDefinition.Disturbance;
import id.tindak.calendar.CalendarFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A declared disturbance as typed, and how it gets into the calendar's text. */
final class DisturbanceForm {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm", Locale.ROOT);

    private DisturbanceForm() {}

    /** @return null when the form has faults */
    static @Nullable Disturbance read(Form form, ZoneId zone, Instant now) {
        Instant from = MomentField.read(form, "dari", zone);
        Instant to = MomentField.read(form, "hingga", zone);
        String reason = form.line("alasan", 200);
        String record = form.line("berita_acara", 100);
        if (from != null && to != null && !from.isBefore(to)) form.wrong("hingga", "admin.disturbance.before");
        if (from != null && from.isBefore(now.minus(java.time.Duration.ofDays(31))))
            form.wrong("dari", "admin.disturbance.long-ago");
        if (reason.isEmpty()) form.wrong("alasan", "admin.disturbance.reason-missing");
        if (record.isEmpty()) form.wrong("berita_acara", "admin.disturbance.record-missing");
        return !form.ok() || from == null || to == null ? null : new Disturbance(from, to, reason, record);
    }

    /** The text with one more disturbance: at its end where that reads rightly, so that the clerk's own remarks stay; else written anew. */
    static String add(String text, Disturbance d) {
        if (!(CalendarFile.read(text) instanceof CalendarFile.Valid valid))
            throw new IllegalArgumentException("the calendar in force does not read");
        CalendarDefinition wanted = valid.definition().with(d);
        ZoneId zone = wanted.zone();
        String entry = "  - dari: " + MOMENT.format(d.from().atZone(zone)) + "\n    sampai: "
                + MOMENT.format(d.to().atZone(zone)) + "\n    alasan: " + quoted(d.reason()) + "\n    berita_acara: "
                + quoted(d.record()) + "\n";
        String head = valid.definition().disturbances().isEmpty() ? "gangguan:\n" : "";
        String appended = text.strip() + "\n" + head + entry;
        boolean right = CalendarFile.read(appended) instanceof CalendarFile.Valid now
                && now.definition().equals(wanted);
        return right ? appended : CalendarFile.write(wanted);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
