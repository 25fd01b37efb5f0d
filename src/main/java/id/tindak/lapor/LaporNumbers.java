package id.tindak.lapor;

import id.tindak.complaint.Erasable;
import id.tindak.handling.OutsideNumbers;
import org.springframework.stereotype.Component;

/** The LAPOR! number of a case where it is corrected, and where its reporter is forgotten. */
@Component
class LaporNumbers implements OutsideNumbers, Erasable {

    private final LaporStore store;

    LaporNumbers(LaporStore store) {
        this.store = store;
    }

    @Override
    public boolean refused(int agencyId, long complaintId, String number) {
        if (store.ofCase(agencyId, complaintId).isEmpty()) return false;
        TrackingId id = TrackingId.read(number).orElse(null);
        return id == null
                || store.find(agencyId, id)
                        .filter(r -> r.complaintId() != complaintId)
                        .isPresent();
    }

    @Override
    public void corrected(int agencyId, long complaintId, String number) {
        TrackingId.read(number).ifPresent(id -> store.renumber(agencyId, complaintId, id.value()));
    }

    /** What an export said of it is emptied as soon as it is taken in. */
    @Override
    public void erase(int agencyId, long complaintId) {
        store.ofCase(agencyId, complaintId)
                .filter(r -> !r.id().erased())
                .ifPresent(r -> store.renumber(agencyId, complaintId, r.id().afterErasure(agencyId)));
    }
}
