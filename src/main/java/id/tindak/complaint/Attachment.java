package id.tindak.complaint;

/** A stored file that belongs to one text of the conversation. */
public record Attachment(long id, long messageId, StoredFile file) {}
