package id.tindak.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands with the public, for the office.
 *
 * @param wording null until somebody worded it
 * @param shown the same with personal data masked: what the public reads, or would
 * @param version of the wording, from 1; 0 before that
 * @param withdrawn when it was taken back, or that it shall not be shown
 */
public record Publication(
        @Nullable Wording wording,
        Shown shown,
        int version,
        @Nullable Act worded,
        @Nullable Act published,
        @Nullable Withdrawn withdrawn) {

    /** Masked texts, see {@link Masking#parts}. */
    public record Shown(String title, String complaint, String answer) {}

    /** @param by the officer */
    public record Act(long by, Instant at) {}

    /** @param by null when the program did it: the case became confidential, or its reporter was erased */
    public record Withdrawn(Why why, @Nullable Long by, Instant at) {}

    public enum Why {
        /** An officer, with a reason that stands in the case. */
        PETUGAS,
        RAHASIA,
        DIHAPUS
    }

    static final Publication NONE = new Publication(null, new Shown("", "", ""), 0, null, null, null);

    /** Whether the public reads it now. */
    public boolean stands() {
        return published != null && withdrawn == null;
    }
}
