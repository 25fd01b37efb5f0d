package id.tindak.handling;

import id.tindak.complaint.Erasable;
import org.springframework.stereotype.Component;

/** What officers began to write on a case names its reporter as well. A case that is open, or whose answer promised something still to be done, is needed. */
@Component
class HandlingErasure implements Erasable {

    private final DraftStore drafts;
    private final CommitmentStore commitments;

    HandlingErasure(DraftStore drafts, CommitmentStore commitments) {
        this.drafts = drafts;
        this.commitments = commitments;
    }

    @Override
    public boolean needed(int agencyId, long complaintId) {
        return commitments.owed(agencyId, complaintId);
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        drafts.erase(agencyId, complaintId);
        commitments.erase(agencyId, complaintId);
    }
}
