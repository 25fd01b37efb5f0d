package id.tindak.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agency's books with what this year came to. */
public record BookList(List<Book> books, List<Row> rows, int year, boolean writes) {

    /** @param now null while nothing stands in this year's book */
    public record Row(Book book, @Nullable BookYear now, List<BookYear> others) {}

    static @Nullable BookYear of(List<BookYear> years, Book book, int year) {
        return years.stream()
                .filter(y -> y.book().equals(book.key()) && y.year() == year)
                .findFirst()
                .orElse(null);
    }

    /** Other years than that one, newest first. */
    static List<BookYear> others(List<BookYear> years, Book book, int year) {
        return years.stream()
                .filter(y -> y.book().equals(book.key()) && y.year() != year)
                .toList();
    }
}
