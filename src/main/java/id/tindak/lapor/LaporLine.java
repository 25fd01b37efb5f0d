package id.tindak.lapor;

import id.tindak.handling.CaseClock;
import org.jspecify.annotations.Nullable;

/**
 * One case on the list of those that stand in LAPOR!.
 *
 * @param waiting a text of ours does not stand there yet
 * @param begun somebody here has done something
 * @param ended over here
 * @param outside the clock of LAPOR! that runs out first; null where none runs
 */
public record LaporLine(
        Report report,
        boolean waiting,
        boolean begun,
        boolean ended,
        @Nullable CaseClock outside) {}
