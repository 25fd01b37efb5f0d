package id.tindak.agency;

import java.time.LocalDate;

/** An officer is away from–to (both days included); the substitute finds the work on the own desk meanwhile. */
public record Absence(long id, long officerId, long substituteId, LocalDate fromDay, LocalDate toDay, String reason) {}
