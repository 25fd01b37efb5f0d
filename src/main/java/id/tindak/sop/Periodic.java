package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes round by the calendar and belongs to no single case, such as the monthly recap.
 *
 * @param no number of its row in the signed table, when it has one
 * @param recipient actor who gets the result
 */
public record Periodic(
        @Nullable String no,
        String activity,
        String actor,
        @Nullable String recipient,
        Every every,
        List<String> requirements,
        @Nullable TimeStandard time,
        @Nullable String output,
        @Nullable String note,
        int line) {

    public enum Every {
        WEEK("minggu"),
        MONTH("bulan"),
        QUARTER("triwulan"),
        HALF_YEAR("semester"),
        YEAR("tahun");

        private final String word;

        Every(String word) {
            this.word = word;
        }

        /** The word of the SOP file. */
        public String word() {
            return word;
        }
    }
}
