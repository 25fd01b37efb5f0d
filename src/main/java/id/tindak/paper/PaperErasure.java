package id.tindak.paper;

import id.tindak.complaint.Erasable;
import org.springframework.stereotype.Component;

/** Papers of a case: their text goes, and nobody claims their files any more. That they were issued, and the hashes, stay (decision 0014). */
@Component
class PaperErasure implements Erasable {

    private final PaperStore store;

    PaperErasure(PaperStore store) {
        this.store = store;
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.erase(agencyId, complaintId);
    }
}
