package id.tindak.message;

import java.util.List;

/**
 * What reporter and office wrote to each other, and how it travelled.
 *
 * @param texts oldest first
 * @param sendings newest first, the last fifty; empty for the reporter
 */
public record Conversation(List<Message> texts, List<Sending> sendings) {}
