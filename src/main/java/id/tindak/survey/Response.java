package id.tindak.survey;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one respondent answered. It names neither the case nor the invitation nor the moment: whoever reads it cannot tell whose it is, and
 * nobody has to fear what an honest answer may do to the next complaint. The day, the unit and the half of the day are what the regulation's form asks.
 *
 * <p>What this cannot hide: from somebody who reads the database itself on the day on which a single invitation of a unit was answered.
 *
 * @param id random, see {@link Surveys#randomId}
 * @param channel of an invited reporter's case; null for visitors
 * @param service kind of service (jenis layanan)
 * @param values code of an element to 1–4; without what was left out
 * @param entered by whom a paper form was typed; else null
 */
record Response(
        long id,
        String instrument,
        LocalDate day,
        @Nullable Half half,
        Origin origin,
        @Nullable String channel,
        @Nullable Long unitId,
        String service,
        Map<String, Integer> values,
        Person person,
        @Nullable String suggestion,
        @Nullable Entered entered) {

    /** The half of the day, as the form has it: 08.00–12.00 or 13.00–17.00. */
    enum Half {
        PAGI,
        SIANG;

        private static final LocalTime NOON = LocalTime.of(12, 30);

        static Half at(LocalTime time) {
            return time.isBefore(NOON) ? PAGI : SIANG;
        }
    }

    enum Origin {
        /** The reporter of a case, by the address that was sent. */
        UNDANGAN,
        /** A visitor, on the office's tablet. */
        LOKET,
        /** A visitor, with a pen. */
        KERTAS
    }

    /** Who it was as far as told: codes of the instrument. */
    record Person(
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable String education,
            @Nullable String occupation) {}

    /** A paper form in the hands of an officer. */
    record Entered(long by, LocalDate on) {}
}
