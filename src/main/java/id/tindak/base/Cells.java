package id.tindak.base;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row that PostgreSQL gave as an array of texts, to be read cell by cell. Times are microseconds since 1970. */
public record Cells(@Nullable String[] row) {

    /** @throws NullPointerException when the cell is null, which the statement rules out */
    public String text(int i) {
        return Objects.requireNonNull(row[i]);
    }

    public long id(int i) {
        return Long.parseLong(text(i));
    }

    public int count(int i) {
        return Integer.parseInt(text(i));
    }

    public boolean flag(int i) {
        return Boolean.parseBoolean(text(i));
    }

    public Instant time(int i) {
        return Instant.EPOCH.plus(id(i), ChronoUnit.MICROS);
    }

    public @Nullable Long idOrNull(int i) {
        return row[i] == null ? null : Long.valueOf(text(i));
    }

    public @Nullable Instant timeOrNull(int i) {
        return row[i] == null ? null : time(i);
    }

    public @Nullable String textOrNull(int i) {
        return row[i];
    }

    public @Nullable Integer countOrNull(int i) {
        return row[i] == null ? null : Integer.valueOf(text(i));
    }
}
