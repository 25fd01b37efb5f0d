package id.tindak.frontdesk;

import java.time.Instant;
import java.util.List;

/**
 * One line of what came in today.
 *
 * @param what subject, or that it is secret
 * @param numbers of the complaint and in the books
 */
public record EntryLine(
        long id, Way way, Instant at, String what, String person, List<String> numbers, String officer) {}
