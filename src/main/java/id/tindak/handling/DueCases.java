package id.tindak.handling;

import id.tindak.agency.Agency;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What jobs do to many cases: page by page, each case in a transaction of its own, so that one that fails holds up no other and is tried again the next time. */
@Component
class DueCases {

    /** Ids of one page. */
    static final int AT_ONCE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DueCases.class);

    private final TransactionTemplate transaction;

    DueCases(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * @param what for the log, when one fails: "Reminder"
     * @param page ids of due complaints of the agency above an id, at most {@link #AT_ONCE}, ascending
     * @param work with agency and complaint
     */
    void each(String what, Agency agency, LongFunction<List<Long>> page, BiConsumer<Integer, Long> work) {
        List<Long> ids = page.apply(0);
        while (!ids.isEmpty()) {
            for (long id : ids) one(what, agency.id(), id, work);
            ids = page.apply(ids.getLast());
        }
    }

    private void one(String what, int agencyId, long complaintId, BiConsumer<Integer, Long> work) {
        try {
            transaction.executeWithoutResult(status -> work.accept(agencyId, complaintId));
        } catch (RuntimeException failed) {
            LOG.error("{} of complaint {}/{}", what, agencyId, complaintId, failed);
        }
    }
}
