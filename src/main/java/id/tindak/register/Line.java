package id.tindak.register;

import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one officer may see it.
 *
 * @param seen the case behind it; null when there is none, or none that this officer may see
 */
public record Line(Entry entry, CaseLines.@Nullable Seen seen) {

    /** Whether it belongs to a case that this officer may not see: then it says its number and nothing else. */
    public boolean hidden() {
        return entry.complaintId() != null && seen == null;
    }

    /** Whether who complained may be shown, too. */
    boolean identity() {
        return entry.complaintId() == null || seen != null && seen.identity();
    }

    public @Nullable CaseLine line() {
        return seen == null ? null : seen.line();
    }
}
