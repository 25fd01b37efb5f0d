package id.tindak.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes a definition in the words that {@link CalendarReader} reads. */
final class CalendarWriter {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm", Locale.ROOT);

    private final CalendarDefinition definition;
    private final StringBuilder yaml = new StringBuilder();

    CalendarWriter(CalendarDefinition definition) {
        this.definition = definition;
    }

    String yaml() {
        line("nama: " + quoted(definition.name()));
        line("zona: " + TimeZones.abbreviation(definition.zone()));
        line("cuti_bersama: " + (definition.jointLeaveCloses() ? "libur" : "masuk"));
        week("", definition.week());
        list("masa_khusus", definition.periods(), this::period);
        list("tutup", definition.closedDays(), day -> {
            line("  - tanggal: " + day.date());
            line("    nama: " + quoted(day.name()));
        });
        list("masuk", definition.openDays(), this::openDay);
        list("gangguan", definition.disturbances(), this::disturbance);
        return yaml.toString();
    }

    private void period(CalendarDefinition.Period period) {
        line("  - nama: " + quoted(period.name()));
        line("    dari: " + period.from());
        line("    sampai: " + period.to());
        if (!period.note().isEmpty()) line("    catatan: " + quoted(period.note()));
        week("    ", period.week());
    }

    private void openDay(CalendarDefinition.OpenDay day) {
        line("  - tanggal: " + day.date());
        line("    nama: " + quoted(day.name()));
        if (!day.hours().isEmpty()) line("    jam: " + HoursText.write(day.hours()));
    }

    private void disturbance(CalendarDefinition.Disturbance disturbance) {
        line("  - dari: " + moment(disturbance.from()));
        line("    sampai: " + moment(disturbance.to()));
        line("    alasan: " + quoted(disturbance.reason()));
        if (!disturbance.record().isEmpty()) line("    berita_acara: " + quoted(disturbance.record()));
    }

    private void week(String indent, Week week) {
        line(indent + "jam:" + (week.days().isEmpty() ? " {}" : ""));
        for (DayOfWeek day : week.days().keySet())
            line(indent + "  " + IndonesianDays.name(day).toLowerCase(Locale.ROOT) + ": "
                    + HoursText.write(week.hours(day)));
    }

    private <T> void list(String word, List<T> entries, java.util.function.Consumer<T> write) {
        if (entries.isEmpty()) return;
        line(word + ":");
        entries.forEach(write);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(definition.zone()));
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    /** In double quotes, so that no name can be taken for something else. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') quoted.append('\\').appendCodePoint(c);
            else if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff)
                quoted.append("\\u%04X".formatted(c));
            else quoted.appendCodePoint(c);
        });
        return quoted.append('"').toString();
    }
}
