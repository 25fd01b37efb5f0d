package id.tindak.recap;

import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import org.springframework.stereotype.Component;

/** Opens the recaps to whom they are open: officers at a desk of the whole agency make them, auditors read them, administrators read the figures without the cases, which they do not see elsewhere either. */
@Component
class RecapDoor {

    private final Desk desk;

    RecapDoor(Desk desk) {
        this.desk = desk;
    }

    /** @param cases whether the table of cases, and the files that hold it, are open too */
    record Right(boolean makes, boolean cases) {}

    /** @throws Problem 404 when they are not open to this officer */
    Right open(Signed me) {
        if (me.auditor()) return new Right(false, true);
        boolean wide = desk.ofWholeAgency(me.agencyId(), me.officerId());
        if (!wide && !me.admin()) throw Problem.of(404, "recap.notOpen");
        return new Right(wide, wide);
    }

    /** @throws Problem 404 when this officer makes none */
    void toMake(Signed me) {
        if (!open(me).makes()) throw Problem.of(404, "recap.notOpen");
    }
}
