package id.tindak.open311;

import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.complaint.PublicNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which service requests, or news of them, are asked for.
 *
 * @param numbers when not empty, nothing else counts
 * @param services when empty, all
 * @param open true for open ones, false for closed ones, null for both
 */
record Query(
        List<String> numbers,
        Set<String> services,
        Instant from,
        Instant to,
        @Nullable Boolean open,
        int page,
        int pageSize) {

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST = 1_000;
    private static final int PAGES = 1_000;

    /** @throws Refused where a filter cannot be understood */
    static Query read(Page page, Form form, Instant now) {
        Instant start = moment(page, form, "start_date");
        Instant end = moment(page, form, "end_date");
        Instant to = end != null ? end : start == null ? now : earlier(start.plus(LONGEST), now);
        Instant from = start != null ? start : to.minus(LONGEST);
        // a day more: both ends of a span of ninety days are often the same time of day, in another offset
        if (Duration.between(from, to).compareTo(LONGEST.plusDays(1)) > 0)
            throw Refused.of(400, page.t("georeport.fault.span", LONGEST.toDays()));
        return new Query(
                words(form, "service_request_id").map(PublicNumber::normal).toList(),
                words(form, "service_code").collect(Collectors.toSet()),
                from,
                to,
                open(page, form),
                number(page, form, "page", 1, PAGES),
                number(page, form, "page_size", MOST, MOST));
    }

    /** The one with this number. */
    static Query of(String number, Instant now) {
        return new Query(List.of(PublicNumber.normal(number)), Set.of(), Instant.EPOCH, now, null, 1, 1);
    }

    int offset() {
        return (page - 1) * pageSize;
    }

    private static Stream<String> words(Form form, String field) {
        return form.many(field).stream()
                .flatMap(v -> Stream.of(v.split(",")))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .limit(MOST);
    }

    private static @Nullable Boolean open(Page page, Form form) {
        Set<String> wanted = words(form, "status").collect(Collectors.toSet());
        if (!Set.of("open", "closed").containsAll(wanted)) throw Refused.of(400, page.t("georeport.fault.status"));
        return wanted.size() == 1 ? wanted.contains("open") : null;
    }

    private static int number(Page page, Form form, String field, int usual, int most) {
        if (form.value(field).isEmpty()) return usual;
        long n = form.number(field);
        if (n < 1 || n > most) throw Refused.of(400, page.t("georeport.fault.number", field, most));
        return (int) n;
    }

    /** With an offset, as the specification wants it; a day alone begins at midnight of the agency. */
    private static @Nullable Instant moment(Page page, Form form, String field) {
        String text = form.value(field).replace(' ', '+'); // a plus that was not encoded comes as a blank
        if (text.isEmpty()) return null;
        ZoneId zone = page.times().zone();
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refused.of(400, page.t("georeport.fault.date", field));
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
