package id.tindak.register;

import java.time.Instant;
import java.time.LocalDate;

/** A book closed for a year: nothing is added to it any more. */
public record Closing(
        String book,
        int year,
        LocalDate closedOn,
        int last,
        String firstSigner,
        String secondSigner,
        Instant at,
        long officerId) {}
