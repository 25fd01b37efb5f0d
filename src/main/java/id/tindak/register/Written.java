package id.tindak.register;

/** What became of an act on a book. */
sealed interface Written {

    record Done(int year, int number, String printed) implements Written {}

    /**
     * @param field the form's field that has to be looked at
     * @param reason text key of a sentence
     */
    record Refused(String field, String reason) implements Written {}
}
