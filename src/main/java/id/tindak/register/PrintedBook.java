package id.tindak.register;

import id.tindak.agency.Officer;
import id.tindak.base.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some days of a book on paper.
 *
 * @param lines oldest first
 * @param more whether there are more than are printed at once
 * @param printedBy null when that person left meanwhile
 */
public record PrintedBook(
        Book book,
        int year,
        Form form,
        List<Line> lines,
        boolean more,
        @Nullable Closing closing,
        @Nullable Officer printedBy,
        EntryWords words) {}
