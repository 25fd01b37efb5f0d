package id.tindak.paper;

import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.message.Enclosures;
import id.tindak.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The letter of answer (surat jawaban) as its reporter gets it: with the mail, or from the tracking page. Issued when it is first asked for, outside
 * the step's transaction, and the very same file ever after.
 */
@Service
public class AnswerLetter implements Enclosures {

    private static final PaperKind KIND = PaperKind.SURAT_JAWABAN;

    private final Complaints complaints;
    private final CaseFiles cases;
    private final Papers papers;
    private final Printing printing;
    private final AttachedFiles files;
    private final Clock clock;

    AnswerLetter(
            Complaints complaints,
            CaseFiles cases,
            Papers papers,
            Printing printing,
            AttachedFiles files,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.papers = papers;
        this.printing = printing;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Optional<Enclosure> of(int agencyId, long complaintId, String what) {
        return what.equals(KIND.code()) ? complaints.byId(agencyId, complaintId).flatMap(this::of) : Optional.empty();
    }

    /** Empty while the present round of the case has no answer, and once the answer is erased. */
    public Optional<Enclosure> of(Complaint c) {
        byte[] content = issued(c);
        if (content == null) content = issue(c);
        return Optional.ofNullable(content).map(pdf -> new Enclosure(Printing.name(KIND, c), "application/pdf", pdf));
    }

    private byte @Nullable [] issued(Complaint c) {
        Paper paper = papers.valid(c, KIND, true).orElse(null);
        if (paper == null || paper.content().isEmpty()) return null;
        try (InputStream in =
                files.find(c.agencyId(), papers.newest(c, paper).sha256()).orElse(null)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte @Nullable [] issue(Complaint c) {
        CaseFile file = cases.forPaper(complaints.known(c));
        Long by = file.messages().reversed().stream()
                .filter(m -> m.kind() == Message.Kind.ANSWER && !m.body().isEmpty())
                .filter(m -> !m.at().isBefore(file.k().handling().startedAt()))
                .map(Message::officerId)
                .findFirst()
                .orElse(null);
        if (by == null) return null;
        try {
            return printing.toReporter(file, KIND, null, by, clock.instant());
        } catch (DuplicateKeyException faster) {
            return issued(c);
        }
    }
}
