package id.tindak.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The weekdays as files and pages write them; written out, since the runtime may lack the locale. */
final class IndonesianDays {

    private static final List<String> NAMES = List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");

    private IndonesianDays() {}

    static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }

    /** The weekday of that name in any case, or null. */
    static @Nullable DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values())
            if (name(day).toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT))) return day;
        return null;
    }
}
