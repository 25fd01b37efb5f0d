package id.tindak.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a demo kept in place of sending it.
 *
 * @param enclosure name of the file that goes along; null for none
 */
public record LocalMail(
        long id,
        Instant at,
        String recipient,
        String subject,
        String messageId,
        String plain,
        String html,
        @Nullable String enclosure) {

    /**
     * A page of the list, newest first.
     *
     * @param next id to read on from; null on the last page
     */
    public record Listed(List<LocalMail> mails, @Nullable Long next) {}

    /** @param link the first address in the mail, to follow it; null when there is none */
    public record Opened(LocalMail mail, @Nullable String link) {}
}
