package id.tindak.message;

import org.jspecify.annotations.Nullable;

/**
 * A mail as its receiver reads it.
 *
 * @param sender name before the address in From
 * @param enclosure file that goes along; null for none
 * @param replies where answers to it are read; null where nobody reads them
 * @param thread names its case in the headers; empty where it is about none
 */
record Letter(
        String sender,
        String subject,
        String plain,
        String html,
        Enclosures.@Nullable Enclosure enclosure,
        @Nullable String replies,
        String thread) {}
