package id.tindak.api;

import java.util.Arrays;
import java.util.Optional;

/** What a program may do, beside reading what it filed itself. */
public enum Scope {
    /** File complaints. */
    FILE("aduan:tulis"),
    /** Read the complaints of the agency that are not confidential. */
    READ("aduan:baca"),
    /** See who complained. */
    PERSONS("pelapor:baca"),
    /** Decide steps, in the name of one officer. */
    DECIDE("keputusan"),
    /** Read what happened. */
    EVENTS("peristiwa");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As pages, documents and the table write it. */
    public String word() {
        return word;
    }

    static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
