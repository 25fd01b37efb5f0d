package id.tindak.paper;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which papers left the office. Each verb is one transaction and an event in the case's chain; the event holds the hash of the file that was handed out. */
@Service
class Papers {

    private final PaperStore store;
    private final Complaints complaints;
    private final Conversations conversations;
    private final Clock clock;

    Papers(PaperStore store, Complaints complaints, Conversations conversations, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** A file that was made and lies in the store. */
    record File(String sha256, int pages) {}

    /**
     * What can be said about a paper to whoever holds it.
     *
     * @param genuine whether the file that was sent along is a print of it; null when none was
     */
    record Verified(
            Paper paper, Complaint complaint, @Nullable Boolean genuine) {}

    /** The paper of that kind which holds now. */
    Optional<Paper> valid(Complaint c, PaperKind kind, boolean identity) {
        return of(c, kind).stream()
                .filter(p -> p.valid() && p.identity() == identity && p.round() == kind.round(c))
                .findFirst();
    }

    /**
     * One print of a paper.
     *
     * @param sha256 of its file, hexadecimal
     */
    record Print(String sha256, Instant at, long by) {}

    Print newest(Complaint c, Paper paper) {
        return store.newest(c.agencyId(), paper.id());
    }

    /** All of that kind, newest first. */
    List<Paper> of(Complaint c, PaperKind kind) {
        return store.of(c.agencyId(), c.id()).stream()
                .filter(p -> p.kind() == kind)
                .toList();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else was faster */
    @Transactional
    void issued(Complaint c, Paper paper, File file) {
        Complaint locked = complaints.lock(c.agencyId(), c.id()).complaint();
        store.insert(c.agencyId(), paper);
        store.supersede(c.agencyId(), paper);
        printed(locked, paper, file, paper.issuedBy(), paper.issuedAt(), Event.Kind.PAPER_ISSUED);
    }

    /**
     * @param paper as it is after the print
     * @throws org.springframework.dao.DuplicateKeyException when somebody else was faster
     */
    @Transactional
    void reprinted(Complaint c, Paper paper, File file, long by) {
        Complaint locked = complaints.lock(c.agencyId(), c.id()).complaint();
        printed(locked, paper, file, by, clock.instant(), Event.Kind.PAPER_REPRINTED);
    }

    private void printed(Complaint locked, Paper paper, File file, long by, Instant at, Event.Kind kind) {
        store.print(locked.agencyId(), paper.id(), paper.prints(), at, by, file.sha256(), file.pages());
        Event event = Event.of(
                kind,
                by,
                "paper",
                paper.kind().code(),
                "id",
                Long.toString(paper.id()),
                "print",
                Integer.toString(paper.prints()),
                "identity",
                Boolean.toString(paper.identity()),
                "sha256",
                file.sha256());
        complaints.append(locked, List.of(event), at);
    }

    /** Declares a paper void; what was handed out answers so from now on. False when it was void before. */
    @Transactional
    boolean withdraw(Complaint c, Paper paper, long by, String reason) {
        Complaint locked = complaints.lock(c.agencyId(), c.id()).complaint();
        Instant now = clock.instant();
        if (!store.withdraw(c.agencyId(), paper.id(), now, by)) return false;
        Message said = Conversations.compose(c.id(), now, by, Message.Audience.OFFICE, Message.Kind.REASON, reason);
        conversations.store(c.agencyId(), List.of(said));
        Event event = Event.of(
                Event.Kind.PAPER_WITHDRAWN,
                by,
                "paper",
                paper.kind().code(),
                "id",
                Long.toString(paper.id()),
                "message",
                Long.toString(said.id()),
                "text",
                said.fingerprint());
        complaints.append(locked, List.of(event), now);
        return true;
    }

    /** @param file what somebody holds; null when only the code was asked for */
    Optional<Verified> verify(int agencyId, String code, byte @Nullable [] file) {
        return store.byCode(agencyId, PaperCode.hash(code))
                .flatMap(paper -> complaints
                        .byId(agencyId, paper.complaintId())
                        .map(c -> new Verified(paper, c, file == null ? null : genuine(agencyId, paper, file))));
    }

    private boolean genuine(int agencyId, Paper paper, byte[] file) {
        byte[] hash = PaperCode.sha256(file);
        return store.files(agencyId, paper.id()).stream()
                .anyMatch(known -> MessageDigest.isEqual(HexFormat.of().parseHex(known), hash));
    }
}
