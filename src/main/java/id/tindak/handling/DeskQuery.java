package id.tindak.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a desk somebody wants to see.
 *
 * @param after where the page before ended; null for the first page
 */
public record DeskQuery(Part part, Filter filter, @Nullable After after) {

    public enum Part {
        /** Own work first, with the beginnings of the two other lists. */
        MINE,
        /** Own work whose time has run out. */
        LATE,
        /** Work of other offices whose time has run out; for who holds a role of the whole agency. */
        OTHERS,
        /** Cases that wait for their reporter. */
        WAITING
    }

    /** Null or false: not filtered by this. */
    public record Filter(
            @Nullable String channel,
            boolean untaken,
            boolean confidential,
            @Nullable String district,
            @Nullable String category) {

        public static final Filter NONE = new Filter(null, false, false, null, null);

        public boolean none() {
            return equals(NONE);
        }

        boolean ofComplaint() {
            return channel != null || confidential || district != null || category != null;
        }
    }

    /** The last row of a page, by which the next one goes on. {@code deadline} is {@link #NEVER} for work without one. */
    public record After(int priority, Instant deadline, long id) {

        /** Later than every deadline: work without one comes last. */
        public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        static final After START = new After(-1, Instant.EPOCH, 0);

        static After of(DeskRow row) {
            Instant deadline = row.work().deadline();
            return new After(
                    row.work().priority(),
                    deadline == null ? NEVER : deadline,
                    row.work().id());
        }

        /** As it stands in an address. */
        public String text() {
            return priority + "." + deadline.getEpochSecond() + "." + deadline.getNano() + "." + id;
        }

        /** Null when it is not one; a guessed address shows the first page. */
        public static @Nullable After parse(String text) {
            if (!text.matches("-?\\d{1,3}\\.\\d{1,12}\\.\\d{1,9}\\.\\d{1,18}")) return null;
            String[] parts = text.split("\\.");
            return new After(
                    Integer.parseInt(parts[0]),
                    Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                    Long.parseLong(parts[3]));
        }
    }
}
