package id.tindak.calendar;

import java.time.Instant;

/** The calendar has no working time (any more) where a deadline would have to lie: it must be mended by the agency. */
public class NoWorkingTimeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoWorkingTimeException(String calendar, String side, Instant from) {
        super("Kalender \"" + calendar + "\" tidak memiliki cukup jam kerja " + side + " " + from
                + ". Periksa jam kerja, hari tutup, dan gangguan pada kalender itu.");
    }
}
