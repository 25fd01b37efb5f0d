package id.tindak.message;

import java.util.List;

/**
 * What reporter and office wrote to each other, and how it travelled.
 *
 * @param texts oldest first
 * @param sendings newest first, the last fifty; empty for the reporter
 * @param calls whatever of it was said on the telephone, oldest first; the reporter has no texts of the office to them
 * @param transcripts what officers understood of it, oldest first; none for the reporter
 */
public record Conversation(
        List<Message> texts, List<Sending> sendings, List<PhoneCall> calls, List<Transcript> transcripts) {}
