package id.tindak.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agency's home page shows.
 *
 * @param fee what the service costs, as the SOP says it; null when it does not
 */
public record Home(
        ServiceTimes service,
        List<Channel> channels,
        @Nullable String fee) {}
