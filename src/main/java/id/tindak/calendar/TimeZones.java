package id.tindak.calendar;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three zones of Indonesia, none of which has summer time. */
public final class TimeZones {

    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    public static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    private static final Map<String, ZoneId> BY_NAME = Map.of("WIB", WIB, "WITA", WITA, "WIT", WIT);

    private TimeZones() {}

    /** The zone of the abbreviation in any case, or null. */
    public static @Nullable ZoneId of(String abbreviation) {
        return BY_NAME.get(abbreviation.strip().toUpperCase(Locale.ROOT));
    }

    /** "WIB", "WITA" or "WIT", shown beside every time of day; another zone by its own name. */
    public static String abbreviation(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar", "Asia/Ujung_Pandang" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getId();
        };
    }
}
