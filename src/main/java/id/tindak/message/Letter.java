package id.tindak.message;

import org.jspecify.annotations.Nullable;

/**
 * A mail as its receiver reads it.
 *
 * @param sender name before the address in From
 * @param enclosure file that goes along; null for none
 */
record Letter(String sender, String subject, String plain, String html, Enclosures.@Nullable Enclosure enclosure) {}
