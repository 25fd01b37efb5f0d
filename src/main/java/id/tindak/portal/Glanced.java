package id.tindak.portal;

import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the number alone tells: state and dates. No title, no place, no office, no text. */
public record Glanced(
        String number,
        State state,
        Instant receivedAt,
        @Nullable Instant endedAt,
        @Nullable Instant reactUntil) {

    static Glanced of(CaseFile file) {
        Case k = file.k();
        return new Glanced(
                k.complaint().publicNumber(),
                State.of(k),
                k.complaint().receivedAt(),
                k.handling().endedAt(),
                k.handling().open() || k.complaint().closed()
                        ? null
                        : k.complaint().reactUntil());
    }
}
