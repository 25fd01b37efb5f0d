package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.complaint.Attachment;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.message.Conversation;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers understood of voice notes and of words in a regional language: for the office alone, beside the original. Whoever sees the case may write one, for it is not
 * the holder of a step who speaks the reporter's language.
 */
@Service
public class Transcripts {

    private final Cases cases;
    private final Complaints complaints;
    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    Transcripts(Cases cases, Complaints complaints, Conversations conversations, People people, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What is to be understood.
     *
     * @param attachment a sound that came with the text; null for its words
     */
    public record Original(Message message, @Nullable Attachment attachment) {

        public @Nullable Long file() {
            return attachment == null ? null : Long.valueOf(attachment.id());
        }
    }

    /** What the reporter wrote, and every sound; not what names an accused person, which only the holder reads. Empty for all else. */
    public static Optional<Original> original(
            List<Message> texts, List<Attachment> attachments, long message, @Nullable Long file) {
        Attachment sound = attachments.stream()
                .filter(a -> file != null && a.id() == file && a.messageId() == message)
                .filter(a -> a.file().sound())
                .findFirst()
                .orElse(null);
        if (file != null && sound == null) return Optional.empty();
        return texts.stream()
                .filter(m -> m.id() == message && !m.erased() && m.kind() != Message.Kind.ACCUSED)
                .filter(m -> sound != null
                        || m.author() == Message.Author.REPORTER && !m.body().isEmpty())
                .map(m -> new Original(m, sound))
                .findFirst();
    }

    /** Writes down what was understood; what was written before stays. */
    @Transactional
    public Outcome add(
            int agencyId,
            long officerId,
            long complaintId,
            long message,
            @Nullable Long file,
            Transcript.Language language,
            String text) {
        Case k = cases.lock(agencyId, complaintId);
        Complaint c = k.complaint();
        Instant now = clock.instant();
        Sight sight = Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now);
        if (!sight.may(Message.Audience.OFFICE)) return new Outcome.Refused("", "handling.notYours");
        Conversation talk = conversations.with(agencyId, complaintId, false);
        if (original(talk.texts(), complaints.known(c).attachments(), message, file)
                .isEmpty()) return new Outcome.Refused("", "handling.nothingToUnderstand");
        if (text.isBlank()) return new Outcome.Refused("isi", "handling.transcriptMissing");
        boolean repeated = conversations
                .repeated(agencyId, complaintId, officerId, Message.Audience.OFFICE, text, now)
                .filter(m -> talk.transcripts().stream()
                        .anyMatch(t -> t.messageId() == m.id() && t.of(message, file) && t.language() == language))
                .isPresent();
        if (repeated) return new Outcome.Done(c);
        Transition t = cases.change(k, now, officerId);
        Message said = t.say(Message.Audience.OFFICE, Message.Kind.TRANSCRIPT, text);
        t.understood(said, new Transcript(said.id(), message, file, language));
        Complaint saved = cases.save(t);
        complaints.index(saved, k.reporter(), conversations.sought(agencyId, complaintId));
        return new Outcome.Done(saved);
    }
}
