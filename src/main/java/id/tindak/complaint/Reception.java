package id.tindak.complaint;

import java.util.EnumMap;
import java.util.Map;

/** How a complaint came in that an officer wrote down. Only fields that were filled in. */
public record Reception(Map<EnteredField, String> values) {

    /** The reporter wrote it himself, or nothing more was noted. */
    public static final Reception NONE = new Reception(Map.of());

    public static Reception of(Map<EnteredField, String> typed) {
        Map<EnteredField, String> filled = new EnumMap<>(EnteredField.class);
        typed.forEach((field, value) -> {
            if (!value.isEmpty()) filled.put(field, value);
        });
        return new Reception(filled);
    }

    /** Empty where nothing was noted. */
    public String value(EnteredField field) {
        return values.getOrDefault(field, "");
    }
}
