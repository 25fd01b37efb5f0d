package id.tindak.agency;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An agency (instansi penyelenggara): the tenant. One regency with fifty OPD is one agency.
 *
 * @param slug first path segment of its pages
 * @param government "Pemerintah Kabupaten …", printed above the name
 * @param numberPrefix first letters of its complaint numbers
 * @param baseUrl stored address used in links of messages, without a trailing slash; never taken from a request
 * @param calendarVersion version of the working calendar now in force
 */
public record Agency(
        int id,
        String slug,
        String name,
        String government,
        String numberPrefix,
        ZoneId zone,
        @Nullable String host,
        String baseUrl,
        int calendarVersion,
        boolean demo) {}
