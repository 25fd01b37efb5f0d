package id.tindak.publication;

import java.time.Instant;

/**
 * A year of the agency in figures, each complaint once; one that was reopened does not count as answered in time.
 *
 * @param received complaints that came in
 * @param published those of them that the public reads
 * @param timed published ones for which the SOP sets an aim
 * @param onTime those of them that kept it
 */
public record Figures(int year, Instant countedAt, int received, int published, int timed, int onTime, int reopened) {}
