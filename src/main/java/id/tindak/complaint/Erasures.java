package id.tindak.complaint;

import id.tindak.base.web.Texts;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a reporter (UU 27/2022 Pasal 8 and 43): name and addresses, what was written, and every copy in books, papers, mails and drafts. The chain keeps
 * its codes, times and salted hashes, and verifies as before. Files are removed by the sweep of what nobody claims.
 */
@Service
public class Erasures {

    private final Complaints complaints;
    private final ComplaintStore store;
    private final Conversations conversations;
    private final Outbox outbox;
    private final List<Erasable> keepers;
    private final Clock clock;

    Erasures(
            Complaints complaints,
            ComplaintStore store,
            Conversations conversations,
            Outbox outbox,
            List<Erasable> keepers,
            Clock clock) {
        this.complaints = complaints;
        this.store = store;
        this.conversations = conversations;
        this.outbox = outbox;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** @return text key of why it cannot be; null when it is done */
    @Transactional
    public @Nullable String erase(int agencyId, long officerId, long complaintId, String reason) {
        Complaint c = complaints.lock(agencyId, complaintId).complaint();
        if (!c.closed()) return "complaint.erase.open";
        if (keepers.stream().anyMatch(k -> k.needed(agencyId, complaintId))) return "complaint.erase.owes";
        Instant now = clock.instant();
        conversations.forget(agencyId, complaintId);
        outbox.forget(agencyId, complaintId);
        store.erase(agencyId, complaintId, Texts.get(Texts.DEFAULT, "complaint.erased"));
        keepers.forEach(k -> k.erase(agencyId, complaintId));
        Message why = Conversations.compose(
                complaintId, now, officerId, Message.Audience.OFFICE, Message.Kind.REASON, reason);
        conversations.store(agencyId, List.of(why));
        Event erased =
                Event.of(Event.Kind.ERASED, officerId, "message", Long.toString(why.id()), "text", why.fingerprint());
        complaints.append(c, List.of(erased), now);
        return null;
    }
}
