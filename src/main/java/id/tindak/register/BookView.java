package id.tindak.register;

import id.tindak.base.web.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a year of a book.
 *
 * @param books all of the agency, for the left column
 * @param now null while nothing stands in it
 * @param next address of the older entries; null on the last page
 */
public record BookView(
        List<Book> books,
        Book book,
        int year,
        @Nullable BookYear now,
        Form form,
        Map<String, String> years,
        Map<String, String> months,
        List<Line> lines,
        @Nullable String next,
        boolean writes,
        EntryWords words) {

    public boolean closed() {
        return now != null && now.closed();
    }

    /** Whether what is shown was chosen by more than the year. */
    public boolean filtered() {
        return !form.value("cari").isEmpty() || !form.value("bulan").isEmpty() || form.checked("batal");
    }
}
