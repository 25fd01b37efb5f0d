package id.tindak.api;

import id.tindak.base.web.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where it is, as a program tells it.
 *
 * @param latitude WGS84, as {@code longitude}; both or none
 * @param address in words
 * @param addressId key of an address register
 */
public record Place(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        @Nullable String addressId) {

    public static final Place NOWHERE = new Place(null, null, null, null);

    private static final int LONGEST = 200;

    /** Read from fields of these names; what is no place is a fault of the form. */
    public static Place read(Form form, String latitude, String longitude, String address, String addressId) {
        Double north = degrees(form, latitude, 90);
        Double east = degrees(form, longitude, 180);
        if (north == null
                && form.value(latitude).isEmpty()
                && !form.value(longitude).isEmpty()) form.wrong(latitude, "api.fault.half-point", latitude, longitude);
        if (east == null
                && form.value(longitude).isEmpty()
                && !form.value(latitude).isEmpty()) form.wrong(longitude, "api.fault.half-point", latitude, longitude);
        return new Place(north, east, orNull(form.line(address, LONGEST)), orNull(form.line(addressId, LONGEST)));
    }

    private static @Nullable Double degrees(Form form, String field, int most) {
        String text = form.value(field);
        if (text.isEmpty()) return null;
        if (text.matches("[+-]?\\d{1,3}(\\.\\d{1,20})?") && Math.abs(Double.parseDouble(text)) <= most)
            return Double.valueOf(text);
        form.wrong(field, "api.fault.degrees", field, most);
        return null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public boolean known() {
        return latitude != null && longitude != null || address != null || addressId != null;
    }

    /** One line for people: the words, and the coordinates that a map understands; null where nothing is known. */
    public @Nullable String landmark() {
        String point = latitude == null || longitude == null
                ? ""
                : String.format(Locale.ROOT, "(%.6f, %.6f)", latitude, longitude);
        String words = address == null ? "" : address;
        int room = LONGEST - point.length() - 1;
        if (words.length() > room) words = words.substring(0, room);
        String line = (words + " " + point).strip();
        return line.isEmpty() ? addressId : line;
    }
}
