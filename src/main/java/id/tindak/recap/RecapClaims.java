package id.tindak.recap;

import id.tindak.complaint.FileClaims;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files of frozen recaps are kept. */
@Component
class RecapClaims implements FileClaims {

    private final RecapStore store;

    RecapClaims(RecapStore store) {
        this.store = store;
    }

    @Override
    public List<String> claimed(int agencyId, List<String> hashes) {
        return store.claimed(agencyId, hashes);
    }
}
