package id.tindak.register;

import id.tindak.complaint.Erasable;
import org.springframework.stereotype.Component;

/** The entries of a case copy its name and subject. Number, day and the fact of a correction stay; the words go (decision 0011). */
@Component
class BookErasure implements Erasable {

    private final BookStore store;

    BookErasure(BookStore store) {
        this.store = store;
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.erase(agencyId, complaintId);
    }
}
