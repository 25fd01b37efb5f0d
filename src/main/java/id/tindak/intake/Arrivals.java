package id.tindak.intake;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Sops;
import id.tindak.handling.Transfers;
import id.tindak.handling.Transfers.Waiting;
import id.tindak.message.Message;
import id.tindak.sop.Sop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes over what one agency of this installation passed on to another (ARCHITECTURE.md, Agencies): the other files a complaint of its own, with own number, chain and files; each side writes in
 * a transaction of its own. Cut off between the two, the copy is found again by its submission key.
 */
@Service
public class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int AT_ONCE = 50;
    private static final Set<Message.Kind> TOLD =
            Set.of(Message.Kind.COMPLAINT, Message.Kind.CORRECTION, Message.Kind.ADDITION, Message.Kind.COMPLETION);

    private final Intake intake;
    private final Transfers transfers;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final Sops sops;
    private final AttachedFiles files;

    Arrivals(
            Intake intake,
            Transfers transfers,
            Complaints complaints,
            CaseFiles cases,
            Agencies agencies,
            Sops sops,
            AttachedFiles files) {
        this.intake = intake;
        this.transfers = transfers;
        this.complaints = complaints;
        this.cases = cases;
        this.agencies = agencies;
        this.sops = sops;
        this.files = files;
    }

    /** All agencies; one that fails waits for the next time. */
    public void takeOver() {
        for (Agency from : agencies.all()) {
            List<Waiting> page = transfers.waiting(from.id(), 0, AT_ONCE);
            while (!page.isEmpty()) {
                page.forEach(w -> one(from, w));
                page = transfers.waiting(from.id(), page.getLast().id(), AT_ONCE);
            }
        }
    }

    private void one(Agency from, Waiting w) {
        try {
            Complaint origin = complaints.byId(from.id(), w.complaintId()).orElseThrow();
            Complaint there = intake.takeOver(w.otherAgency(), copy(from, origin, w), origin, from.name());
            transfers.arrived(from.id(), w, there);
        } catch (RuntimeException failed) {
            LOG.error("Transfer {}/{}", from.id(), w.id(), failed);
        }
    }

    private NewComplaint copy(Agency from, Complaint origin, Waiting w) {
        CaseFile file = cases.forReporter(complaints.known(origin));
        int to = w.otherAgency();
        return NewComplaint.of(origin.kind(), channel(to, origin.channel()), origin.title(), body(file))
                .submission("pindah:" + from.id() + ":" + w.id())
                .purpose(text(file, Message.Kind.PURPOSE))
                .accusing(text(file, Message.Kind.ACCUSED))
                .at(origin.district(), origin.village(), origin.landmark())
                .privacy(origin.privacy())
                .from(reporter(file.k().reporter()))
                .with(files(from.id(), to, file))
                .done();
    }

    /** The same channel where the other agency's procedure has it: the answer then goes the same way. */
    private String channel(int agencyId, String channel) {
        Sop sop = sops.inForce(agencyId).orElseThrow().sop();
        if (sop.channels().containsKey(channel) || sop.channels().isEmpty()) return channel;
        return sop.channels().containsKey("web")
                ? "web"
                : sop.channels().keySet().iterator().next();
    }

    /** What the reporter wrote, the later additions after the complaint. */
    private static String body(CaseFile file) {
        return file.messages().stream()
                .filter(m -> m.author() == Message.Author.REPORTER && TOLD.contains(m.kind()))
                .map(Message::body)
                .filter(b -> !b.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static @Nullable String text(CaseFile file, Message.Kind kind) {
        return file.messages().stream()
                .filter(m -> m.kind() == kind)
                .map(Message::body)
                .findFirst()
                .orElse(null);
    }

    /** Without the identity number, which is sealed for the first agency alone, and with an address that the other has to confirm itself. */
    private static Reporter reporter(Reporter r) {
        return new Reporter(
                r.kind(),
                r.name(),
                r.organisation(),
                r.address(),
                r.phone(),
                r.email(),
                null,
                r.relation(),
                r.represents(),
                null,
                null);
    }

    /** Files that the reporter sent, kept once more under the other agency. */
    private List<StoredFile> files(int from, int to, CaseFile file) {
        Set<Long> own = file.messages().stream()
                .filter(m -> m.author() == Message.Author.REPORTER)
                .map(Message::id)
                .collect(Collectors.toSet());
        List<StoredFile> copies = new ArrayList<>();
        file.attachments().stream().filter(a -> own.contains(a.messageId())).forEach(a -> {
            try (InputStream in = files.open(from, a.file())) {
                files.keep(to, in.readAllBytes());
                copies.add(a.file());
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        });
        return copies;
    }
}
