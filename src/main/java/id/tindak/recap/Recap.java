package id.tindak.recap;

import id.tindak.handling.Period;
import id.tindak.sop.Periodic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of the recap of a period. A draft until it is frozen.
 *
 * @param revision from 1
 * @param reason why it was made again; empty for the first
 * @param wanted what the job is to do with it; null when nothing
 * @param trouble why the job did not do it; null when it did
 * @param computedAt null until it was worked out for the first time
 * @param until up to when was counted: the end of the period, or earlier when it was still running
 * @param content the figures as kept
 * @param tasks periodic work that is done with it
 */
public record Recap(
        int agencyId,
        long id,
        Period period,
        int revision,
        String reason,
        @Nullable Wanted wanted,
        @Nullable Long wantedBy,
        @Nullable Trouble trouble,
        @Nullable Instant computedAt,
        @Nullable Instant until,
        String content,
        String note,
        @Nullable Signer signer,
        List<Long> tasks,
        @Nullable Frozen frozen) {

    /** What the job is to do. */
    public enum Wanted {
        HITUNG,
        BEKUKAN
    }

    public enum Trouble {
        /** It failed; somebody has to look at the log. */
        GAGAL,
        /** The figures are others than those that were looked at. */
        BERUBAH
    }

    /**
     * Who acknowledges it on paper ("Mengetahui").
     *
     * @param title "Plt. Kepala Dinas Komunikasi dan Informatika"
     * @param nip empty when there is none
     */
    public record Signer(String title, String name, String nip) {}

    /** @param sha256 over the figures, the note, the signer and the files, hexadecimal */
    public record Frozen(Instant at, long by, String sha256) {}

    /** A file of a frozen recap. */
    public record Kept(String name, String mediaType, long size, String sha256, boolean withheld) {}

    /**
     * One line of the list of recaps; its counts draw the line of twelve months.
     *
     * @param computed whether there are counts yet
     */
    public record Line(
            Period period,
            int revision,
            boolean computed,
            boolean frozen,
            @Nullable Instant at,
            long opening,
            long received,
            long finished,
            long closing,
            long timed,
            long kept) {}

    public Figures figures() {
        return Figures.read(content);
    }

    public boolean isFrozen() {
        return frozen != null;
    }

    /** The table of cases is a month's; longer recaps name their months. */
    public boolean listsCases() {
        return period.every() == Periodic.Every.MONTH;
    }

    /** Whether it counts to the end of its period. */
    public boolean whole(Instant end) {
        return until != null && !until.isBefore(end);
    }
}
