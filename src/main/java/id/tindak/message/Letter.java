package id.tindak.message;

/**
 * A mail as its receiver reads it.
 *
 * @param sender name before the address in From
 */
record Letter(String sender, String subject, String plain, String html) {}
