package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.register.Book;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number that the case has in a book. Read off the chain, which the page has anyway.
 *
 * @param url null where the books are not open to who looks
 */
public record BookNumber(
        String book, String number, @Nullable String url, boolean cancelled) {

    static List<BookNumber> of(Page page, CaseFile file, List<Book> books) {
        boolean open = file.agencyDesk() || page.signed().auditor();
        Map<String, BookNumber> all = new LinkedHashMap<>();
        for (Chain e : file.events()) {
            Map<String, String> f = e.facts();
            boolean cancels = e.kind().equals("BOOK_CANCELLED");
            if (!cancels && !e.kind().equals("BOOK_ENTERED")) continue;
            String key = f.getOrDefault("book", "");
            String path = "/buku/" + key + "/" + f.get("year") + "/" + f.get("entry");
            String name = books.stream()
                    .filter(b -> b.key().equals(key))
                    .map(Book::name)
                    .findFirst()
                    .orElse(key);
            all.put(path, new BookNumber(name, f.getOrDefault("printed", ""), open ? page.url(path) : null, cancels));
        }
        return List.copyOf(all.values());
    }
}
