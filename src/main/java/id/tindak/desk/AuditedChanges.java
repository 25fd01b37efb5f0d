package id.tindak.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain of an agency's administrative changes, newest first. */
public record AuditedChanges(Rail rail, List<Change> changes, @Nullable String next) {

    /** @param facts what changed, as codes and ids */
    public record Change(int seq, Instant at, String who, String what, String facts, String hash) {}
}
