package id.tindak.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case whose reporter was asked.
 *
 * @param instrument code of the questionnaire
 * @param unitId whose service it was; null for the agency's as a whole
 * @param channel on which the case came
 * @param usedOn the day on which it was answered; null while it is open
 */
record Invitation(
        long complaintId,
        int keySet,
        String instrument,
        @Nullable Long unitId,
        String channel,
        @Nullable LocalDate usedOn) {

    boolean open() {
        return usedOn == null;
    }
}
