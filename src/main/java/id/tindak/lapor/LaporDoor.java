package id.tindak.lapor;

import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import org.springframework.stereotype.Component;

/** Opens the exports of LAPOR! to whom the front desk is open. */
@Component
class LaporDoor {

    private final Desk desk;
    private final LaporImports imports;

    LaporDoor(Desk desk, LaporImports imports) {
        this.desk = desk;
        this.imports = imports;
    }

    /** @throws Problem 404 for everybody else */
    void open(Signed me) {
        if (!desk.ofWholeAgency(me.agencyId(), me.officerId())) throw Problem.of(404, "bridge.not-open");
    }

    /** @throws Problem 404 where it is none, or somebody else's */
    Import open(Signed me, long id) {
        open(me);
        return imports.find(me.agencyId(), id, me.officerId()).orElseThrow(Problem::notFound);
    }
}
