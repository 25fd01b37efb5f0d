package id.tindak.lapor;

import java.util.List;

/**
 * A table read from a file.
 *
 * @param rows below the headings, none of them empty; each as long as the headings
 */
record Export(List<String> headings, List<Row> rows) {

    /** @param line in the file, as its reader counts */
    record Row(int line, List<String> cells) {}
}
