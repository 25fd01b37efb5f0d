package id.tindak.desk;

import id.tindak.base.web.Menu;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each of the chosen cases. */
public record BulkResults(Menu menu, String headline, List<Result> results) {

    /** @param fault text key of why it was not done; null when it was */
    public record Result(
            String number, String title, @Nullable String fault) {}
}
