package id.tindak.lapor;

import id.tindak.handling.OutsideReports.Known;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a word that LAPOR! uses for the state of a report comes down to. */
public enum Meaning {
    BARU(Set.of()),
    PROSES(Set.of(Known.BEGUN)),
    TUNDA(Set.of(Known.BEGUN)),
    SELESAI(Set.of(Known.BEGUN, Known.ENDED)),
    /** Over without an answer: not for this agency, archived. */
    TUTUP(Set.of(Known.BEGUN, Known.ENDED)),
    /** A word that the agency has not explained. */
    LAIN(Set.of());

    private final Set<Known> known;

    Meaning(Set<Known> known) {
        this.known = known;
    }

    /** What the reporter sees there. */
    Set<Known> known() {
        return known;
    }

    public boolean over() {
        return known.contains(Known.ENDED);
    }

    static Meaning of(String word) {
        return Arrays.stream(values())
                .filter(m -> m.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(LAIN);
    }
}
