package id.tindak.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a mail may say of the case behind a notice: never a name, an address or a word of the complaint.
 *
 * @param notice id of the {@link Notice}
 * @param confidential then the number alone is said
 * @param category empty when it has none
 * @param step "2. Periksa kelengkapan"; empty for a notice about no work
 * @param deadline null without one, and of everybody to whom no stopwatch is held
 */
public record NoticeLine(
        long notice,
        String number,
        boolean confidential,
        String category,
        String step,
        @Nullable Instant deadline) {}
