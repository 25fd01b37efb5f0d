package id.tindak.paper;

import id.tindak.complaint.FileClaims;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints are kept: whoever holds one can ask whether it is genuine. */
@Component
class PaperClaims implements FileClaims {

    private final PaperStore store;

    PaperClaims(PaperStore store) {
        this.store = store;
    }

    @Override
    public List<String> claimed(int agencyId, List<String> hashes) {
        return store.claimed(agencyId, hashes);
    }
}
