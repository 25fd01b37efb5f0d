package id.tindak.handling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A desk as it stands now.
 *
 * @param rows the list that was asked for
 * @param others beginning of the list of other offices' overdue work, beside the own work
 * @param waiting beginning of the list of cases that wait for their reporter
 * @param wide whether this officer holds a role of the whole agency
 * @param channels own work by channel; complete only while there are fewer than {@link Counts#MOST}
 * @param next where the next page goes on; null on the last
 */
public record DeskPage(
        List<DeskRow> rows,
        List<DeskRow> others,
        List<DeskRow> waiting,
        Counts counts,
        boolean wide,
        Map<String, Integer> channels,
        DeskQuery.@Nullable After next) {

    /**
     * How much lies where; nobody counts on beyond {@link #MOST}.
     *
     * @param tasks open work beside the cases
     */
    public record Counts(
            int mine,
            int late,
            int others,
            int waiting,
            int drafts,
            int untaken,
            int confidential,
            int unread,
            int asked,
            int tasks) {

        /** From here on a count says only that there are more. */
        public static final int MOST = 100;

        /** "7", or "99+" */
        public static String words(int count) {
            return count >= MOST ? "99+" : Integer.toString(count);
        }
    }
}
