package id.tindak.register;

/** Where an entry stands. */
record Place(String book, int year, int number) {}
