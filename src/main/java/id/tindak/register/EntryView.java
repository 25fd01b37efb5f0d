package id.tindak.register;

import id.tindak.base.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry as its page shows it.
 *
 * @param writes whether this officer may do something to it
 * @param closed whether its year is closed
 * @param form what was typed into one of the page's forms
 * @param which that form: ralat, waktu, batal, luar; empty when none was sent
 */
public record EntryView(
        List<Book> books,
        Book book,
        Line line,
        EntryWords words,
        boolean writes,
        boolean closed,
        Form form,
        String which) {

    public Entry entry() {
        return line.entry();
    }

    /** What was typed into this form, or an untouched one. */
    public Form form(String name) {
        return which.equals(name) ? form : Form.empty();
    }

    /** What may be corrected: key to label. */
    public Map<String, String> correctable() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Field f : book.kind().fields()) all.put(f.key(), words.label(f));
        return all;
    }
}
