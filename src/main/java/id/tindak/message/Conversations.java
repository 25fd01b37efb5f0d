package id.tindak.message;

import id.tindak.base.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The conversation of a case: what reporter and office wrote to each other, and the office's own notes. */
@Service
public class Conversations {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whoever writes the same again later means it. */
    private static final Duration SECOND_CLICK = Duration.ofMinutes(10);

    private final ConversationStore store;

    Conversations(ConversationStore store) {
        this.store = store;
    }

    /** A text ready to be stored, with id and salt; {@link #store} writes it. */
    public static Message compose(
            long complaintId,
            Instant at,
            @Nullable Long officerId,
            Message.Audience audience,
            Message.Kind kind,
            String body) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Message.Author author = officerId != null ? Message.Author.OFFICER : Message.Author.REPORTER;
        return new Message(Ids.next(at), complaintId, at, author, officerId, audience, kind, body, salt);
    }

    /** Writes the texts in one statement, in the caller's transaction. */
    public void store(int agencyId, List<Message> messages) {
        if (!messages.isEmpty()) store.insert(agencyId, messages);
    }

    /**
     * The last text of this author in the case, when it says the same and was written minutes ago: then this is the second click
     * on one form, or a slow connection that was tried again.
     *
     * @param officerId null for the reporter
     */
    public Optional<Message> repeated(
            int agencyId,
            long complaintId,
            @Nullable Long officerId,
            Message.Audience audience,
            String body,
            Instant now) {
        return store.last(agencyId, complaintId, officerId)
                .filter(m -> m.audience() == audience && m.body().equals(body))
                .filter(m -> m.at().isAfter(now.minus(SECOND_CLICK)));
    }

    /** The newest text of this kind in the case. */
    public Optional<Message> last(int agencyId, long complaintId, Message.Kind kind) {
        return store.last(agencyId, complaintId, kind);
    }

    /** Oldest first. What the office corrected in the complaint's text stands where it was wrong; the old wording is kept with the correction. */
    public List<Message> of(int agencyId, long complaintId, boolean forReporter) {
        return asCorrected(store.of(agencyId, complaintId, forReporter));
    }

    /** The same with what was said on the telephone and, for an officer, how each message to the reporter travelled. */
    public Conversation with(int agencyId, long complaintId, boolean forReporter) {
        Conversation all = store.with(agencyId, complaintId, forReporter);
        return new Conversation(asCorrected(all.texts()), all.sendings(), all.calls(), all.transcripts());
    }

    /** What a search finds the case by: what the reporter can read, what was said on the telephone, and what officers understood last. */
    public List<Message> sought(int agencyId, long complaintId) {
        return asCorrected(store.sought(agencyId, complaintId));
    }

    /** Writes the calls in which texts were said that are stored already. */
    public void storeCalls(int agencyId, long complaintId, List<PhoneCall> calls) {
        calls.forEach(c -> store.insert(agencyId, complaintId, c));
    }

    /** Writes of what texts that are stored already are transcripts. */
    public void storeTranscripts(int agencyId, long complaintId, List<Transcript> transcripts) {
        transcripts.forEach(t -> store.insert(agencyId, complaintId, t));
    }

    /** The call in which this text was said; empty for one that was written. */
    public Optional<PhoneCall> call(int agencyId, long messageId) {
        return store.call(agencyId, messageId);
    }

    private static List<Message> asCorrected(List<Message> all) {
        return all.stream()
                .filter(m -> m.kind() == Message.Kind.CORRECTION)
                .reduce((first, second) -> second)
                .map(newest -> corrected(all, newest.body()))
                .orElse(all);
    }

    private static List<Message> corrected(List<Message> all, String text) {
        return all.stream()
                .filter(m -> m.kind() != Message.Kind.CORRECTION)
                .map(m -> m.complaint() ? m.corrected(text) : m)
                .toList();
    }

    /** Salted hashes of all texts of the complaints with these ids and those between them, by message; empty for an erased text. */
    public Map<Long, String> fingerprints(int agencyId, long firstComplaint, long lastComplaint) {
        Map<Long, String> hashes = new HashMap<>();
        store.between(agencyId, firstComplaint, lastComplaint)
                .forEach(m -> hashes.put(m.id(), m.erased() ? "" : m.fingerprint()));
        return hashes;
    }

    /** A text that the reporter may read. */
    public Optional<Message> find(int agencyId, long messageId) {
        return store.find(agencyId, messageId);
    }

    /** Erases all texts of a case for good. */
    public void forget(int agencyId, long complaintId) {
        store.forget(agencyId, complaintId);
    }

    /** Erases a text for good; the chain stays verifiable because it holds only the hash salted with what is erased too. */
    public void erase(int agencyId, long messageId) {
        store.erase(agencyId, messageId);
    }
}
