package id.tindak.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a book. Its number is never given again, whatever happens to it.
 *
 * @param number within book and year
 * @param printed the number as it was printed when it was given; a later template changes nothing
 * @param complaintId the case it belongs to; null for letters and guests
 * @param happenedAt the real time of the receipt, the visit, the sending
 * @param enteredBy null when a step of the SOP did it without an officer
 * @param externalNumber the number that another system gave the same paper (SRIKANDI)
 * @param corrections oldest first
 * @param ended when the case's handling ended
 * @param letters numbers of the letters that answered the case, comma between them
 */
public record Entry(
        String book,
        int year,
        int number,
        String printed,
        @Nullable Long complaintId,
        Instant happenedAt,
        Instant enteredAt,
        @Nullable Long enteredBy,
        @Nullable String externalNumber,
        @Nullable Cancelled cancelled,
        Map<Field, String> fields,
        List<Correction> corrections,
        @Nullable Instant ended,
        String letters) {

    public record Cancelled(Instant at, long by, String reason) {}

    /** @param field key of the {@link Field}, or of one of the two that every entry has: {@link #TIME}, {@link #EXTERNAL} */
    public record Correction(String field, String old, String reason, Instant at, long by) {}

    static final String TIME = "waktu";
    static final String EXTERNAL = "nomor_luar";

    Place place() {
        return new Place(book, year, number);
    }

    /** Address below {@code /buku}. */
    public String path() {
        return "/buku/" + book + "/" + year + "/" + number;
    }
}
