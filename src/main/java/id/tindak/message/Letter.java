package id.tindak.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its receiver reads it.
 *
 * @param sender name before the address in From
 * @param enclosure file that goes along; null for none
 * @param replies where answers to it are read; null where nobody reads them
 * @param thread names its case in the headers; empty where it is about none
 * @param answered Message-IDs of what its receiver wrote about the case, oldest first
 */
record Letter(
        String sender,
        String subject,
        String plain,
        String html,
        Enclosures.@Nullable Enclosure enclosure,
        @Nullable String replies,
        String thread,
        List<String> answered) {}
