package id.tindak.portal;

import java.util.List;
import java.util.Map;

/**
 * How to reach the agency.
 *
 * @param rows label and value, in order
 * @param hours the seven days of the week, Monday first
 */
public record Contact(
        Map<String, Channel.Line> rows, List<Day> hours, List<Channel> channels, List<Channel.Line> links) {

    /** Working hours of a weekday, breaks between the intervals; without intervals it is closed. */
    public record Day(String name, List<String> intervals) {}
}
