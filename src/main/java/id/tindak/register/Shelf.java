package id.tindak.register;

/**
 * A book opened at a year.
 *
 * @param outgoing keys of the agency's books of letters sent, in which the answer to a case may stand
 */
record Shelf(Book book, int year, String[] outgoing) {}
