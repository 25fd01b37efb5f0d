package id.tindak.complaint;

import java.util.List;

/** Who wants to know what is linked into the chains of an agency's complaints. Called in the transaction that links it, after the links are written; must be quick, and silent where nobody listens. */
public interface ChainWatch {

    /** @param all in the order of the chain; of one complaint, or of many at once */
    void happened(int agencyId, List<Complaints.Linked> all);
}
