package id.tindak.register;

import java.util.List;

/**
 * A book opened at a year.
 *
 * @param all the agency's books, among which it stands
 */
record Shelf(Book book, int year, List<Book> all) {

    /** Keys of the books of letters sent, in which the answer to a case may stand. */
    String[] outgoing() {
        return all.stream()
                .filter(b -> b.kind() == BookKind.OUTGOING)
                .map(Book::key)
                .toArray(String[]::new);
    }
}
