package id.tindak.frontdesk;

import id.tindak.register.Field;
import id.tindak.register.HandEntries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the front desk took in.
 *
 * @param number public number of the complaint; null where there is none
 * @param books where the desk itself entered it
 * @param fields what those books say
 * @param blank number of the receipt printed in advance; null without one
 */
public record CounterEntry(
        long id,
        Way way,
        Instant happenedAt,
        Instant enteredAt,
        long enteredBy,
        long receivedBy,
        @Nullable Long complaintId,
        @Nullable String number,
        int codeRotation,
        List<HandEntries.Entered> books,
        Map<Field, String> fields,
        @Nullable BlankNumber blank) {

    public String field(Field field) {
        return fields.getOrDefault(field, "");
    }

    /** What it is about, as the books say it. */
    public String subject() {
        String subject = field(Field.PERIHAL);
        return subject.isEmpty() ? field(Field.KEPERLUAN) : subject;
    }

    /** Who sent or came. */
    public String person() {
        String name = field(Field.NAMA);
        return name.isEmpty() ? field(Field.ASAL) : name;
    }
}
