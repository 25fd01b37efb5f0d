package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.complaint.Changes;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reporter without telephone or e-mail comes to the counter for: a lost code anew, the printed answer. */
@Service
public class CounterVerbs {

    /** What showed who came. */
    public enum Document {
        KTP,
        SIM,
        PASPOR,
        KK,
        SURAT_KUASA
    }

    private final Cases cases;
    private final People people;
    private final Conversations conversations;
    private final Clock clock;

    CounterVerbs(Cases cases, People people, Conversations conversations, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Gives the reporter another secret code; the lost one is dead from then on. Nobody is shown it here: it goes to the address on
     * record, or stands on a slip that is printed for the reporter.
     *
     * @param name as the document says it; where the complaint has another, {@code note} has to say why it is the same person
     */
    @Transactional
    public Outcome newCode(
            int agencyId,
            long officerId,
            long complaintId,
            Document document,
            String name,
            String note,
            boolean byMail) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        if (k.reporter().unnamed()) return new Outcome.Refused("", "handling.nobodyToCheck");
        Sight sight = Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now);
        if (!sight.identity() || !sight.acts()) return new Outcome.Refused("", "handling.notYours");
        if (name.isBlank()) return new Outcome.Refused("nama", "handling.nameMissing");
        boolean same = matches(k.reporter(), name);
        if (!same && note.isBlank()) return new Outcome.Refused("catatan", "handling.otherName");
        if (byMail && k.reporter().email() == null) return new Outcome.Refused("cara", "handling.noAddress");
        Transition t = cases.change(k, now, officerId);
        if (!note.isBlank())
            t.because(note, Event.Kind.IDENTITY_CHECKED, "document", document.name(), "name", same ? "same" : "other");
        else t.add(Event.of(Event.Kind.IDENTITY_CHECKED, officerId, "document", document.name(), "name", "same"));
        t.change(Changes.of(t.complaint()).nextCode().complaint());
        t.add(Event.of(Event.Kind.CODE_ROTATED, officerId, "by", byMail ? "mail" : "slip"));
        if (byMail) t.tellReporter("code", null);
        return new Outcome.Done(cases.save(t));
    }

    /**
     * The printed answer was handed out.
     *
     * @param line who took it, as the office's note says it
     * @param also what is written with it, unless the same was said a moment ago
     */
    @Transactional
    public Outcome collected(
            int agencyId, long officerId, long complaintId, Document document, String line, Runnable also) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        Sight sight = Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now);
        if (!sight.acts()) return new Outcome.Refused("", "handling.notYours");
        if (!k.answered()) return new Outcome.Refused("", "handling.notAnswered");
        if (conversations
                .repeated(agencyId, complaintId, officerId, Message.Audience.OFFICE, line, now)
                .isPresent()) return new Outcome.Done(k.complaint());
        Transition t = cases.change(k, now, officerId);
        Message m = t.say(Message.Audience.OFFICE, Message.Kind.NOTE, line);
        t.add(Event.of(
                Event.Kind.ANSWER_COLLECTED,
                officerId,
                "document",
                document.name(),
                "message",
                Long.toString(m.id()),
                "text",
                m.fingerprint()));
        cases.save(t);
        also.run();
        return new Outcome.Done(k.complaint());
    }

    /** Whether the reporter, or whom the reporter speaks for, goes by this name; titles and punctuation are left to the note. */
    private static boolean matches(Reporter r, String name) {
        return Stream.of(r.name(), r.represents())
                .filter(n -> n != null && !n.isBlank())
                .anyMatch(n -> plain(String.valueOf(n)).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
