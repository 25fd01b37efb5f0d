package id.tindak.register;

/** What one year of a book has come to. */
public record BookYear(String book, int year, int last, int cancelled, boolean closed) {}
