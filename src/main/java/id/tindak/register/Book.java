package id.tindak.register;

/**
 * A book of an agency.
 *
 * @param key the word behind {@code catat} in the SOP, and its address
 * @param classification archive code (Permendagri 83/2022) that is printed where an entry has none of its own
 * @param unit the office's code in numbers of letters
 * @param code the book's own code in numbers
 */
public record Book(
        String key,
        BookKind kind,
        String name,
        NumberTemplate template,
        String classification,
        String unit,
        String code) {

    /** The number as it is printed. */
    String number(int number, int year, int month, String ofEntry) {
        return template.format(new NumberTemplate.Given(
                number, year, month, ofEntry.isEmpty() ? classification : ofEntry, unit, code));
    }
}
