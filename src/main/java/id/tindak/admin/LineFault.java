package id.tindak.admin;

import java.util.List;

/**
 * What is wrong in one line of an uploaded list.
 *
 * @param line of the file, from 1
 * @param key text key of a sentence that says what to do
 */
public record LineFault(int line, String key, List<String> args) {

    static LineFault of(int line, String key, String... args) {
        return new LineFault(line, key, List.of(args));
    }
}
