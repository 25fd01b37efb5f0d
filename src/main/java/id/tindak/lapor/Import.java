package id.tindak.lapor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One uploaded export.
 *
 * @param headings as the file has them
 * @param words of each heading's {@link Column}; empty for one that is passed over
 * @param endedToo whether reports that are over in LAPOR! become complaints as well
 */
public record Import(
        int agencyId,
        long id,
        String fileName,
        List<String> headings,
        List<String> words,
        int rows,
        boolean endedToo,
        Instant createdAt,
        long createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    List<Optional<Column>> columns() {
        return words.stream().map(Column::of).toList();
    }

    public String path() {
        return LaporQuery.HERE + "/impor/" + id;
    }
}
