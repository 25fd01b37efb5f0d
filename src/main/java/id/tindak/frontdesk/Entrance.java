package id.tindak.frontdesk;

import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import org.springframework.stereotype.Component;

/** Opens the front desk to whom the books are open: officers at a desk of the whole agency. */
@Component
class Entrance {

    private final Desk desk;

    Entrance(Desk desk) {
        this.desk = desk;
    }

    /** @throws Problem 404 for everybody else */
    void open(Signed me) {
        if (!desk.ofWholeAgency(me.agencyId(), me.officerId())) throw Problem.of(404, "frontdesk.not-open");
    }
}
