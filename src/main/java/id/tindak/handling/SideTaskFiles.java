package id.tindak.handling;

import id.tindak.complaint.FileClaims;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files with which periodic work was done are kept with it. */
@Component
class SideTaskFiles implements FileClaims {

    private final SideTaskStore store;

    SideTaskFiles(SideTaskStore store) {
        this.store = store;
    }

    @Override
    public List<String> claimed(int agencyId, List<String> hashes) {
        return store.claimed(agencyId, hashes);
    }
}
