package id.tindak.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tablet on the counter.
 *
 * @param unitId null for the agency as a whole
 * @param day on which its address is good
 */
record Kiosk(int agencyId, @Nullable Long unitId, String service, LocalDate day) {}
