package id.tindak.intake;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Handlings;
import id.tindak.handling.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door for complaints of every channel. */
@Service
public class Intake {

    private static final int TRIES = 5;

    private final Complaints complaints;
    private final Handlings handlings;
    private final Transfers transfers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(
            Complaints complaints,
            Handlings handlings,
            Transfers transfers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.complaints = complaints;
        this.handlings = handlings;
        this.transfers = transfers;
        this.transaction = new TransactionTemplate(transactions);
        // inside another transaction a number that was taken undoes the filing alone
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * Files the complaint, starts its handling under the SOP in force and stages the receipt, in one transaction. The same
     * submission key again gives the complaint that it made before. A number that was drawn twice is drawn anew.
     */
    public Complaint accept(int agencyId, NewComplaint n) {
        return accept(agencyId, n, filed -> {});
    }

    /** The same for a case that another agency of this installation passed on: its chain says from where it came. */
    Complaint takeOver(int agencyId, NewComplaint n, Complaint origin, String from) {
        return accept(agencyId, n, filed -> transfers.cameFrom(filed, origin, from));
    }

    /** @param also what belongs to it and is written in the same transaction, once; what it throws undoes the complaint */
    public Complaint accept(int agencyId, NewComplaint n, Consumer<Complaint> also) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> file(agencyId, n, also)));
            } catch (DuplicateKeyException taken) {
                var earlier = complaints.bySubmission(agencyId, n.submissionKey());
                if (earlier.isPresent()) return earlier.get();
                if (attempt == TRIES) throw taken;
            }
        }
    }

    private Complaint file(int agencyId, NewComplaint n, Consumer<Complaint> also) {
        Instant earlier = n.receivedAt();
        Complaints.Filed filed = complaints.file(agencyId, n, earlier == null ? clock.instant() : earlier);
        boolean noIdentity = n.privacy() == Privacy.TANPA_IDENTITAS;
        handlings.begin(filed, noIdentity ? Reporter.NOBODY : n.reporter(), n.targetUnit(), "receipt");
        also.accept(filed.complaint());
        return filed.complaint();
    }
}
