package id.tindak.desk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.handling.Case;
import id.tindak.handling.Disposition;
import id.tindak.handling.Dispositions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows and reads the head of a disposition sheet with what the agency has for it: its parties, its words, its calendar. */
@Component
class OrderForms {

    private final Dispositions dispositions;
    private final Agencies agencies;
    private final Calendars calendars;

    OrderForms(Dispositions dispositions, Agencies agencies, Calendars calendars) {
        this.dispositions = dispositions;
        this.agencies = agencies;
        this.calendars = calendars;
    }

    /**
     * @param id of the form it stands in
     * @param actor what the parties become in the SOP
     */
    OrderForm show(Page page, Case k, String id, String actor, Typed typed) {
        int agency = k.complaint().agencyId();
        return OrderForm.of(page, id, dispositions.parties(agency, k.sop(), actor), agencies.settings(agency), typed);
    }

    /** The orders as typed; a day that cannot be and a party that is none are faults of the form. */
    List<Disposition.Order> read(Case k, String actor, Form form) {
        int agency = k.complaint().agencyId();
        List<Disposition.Party> offered = dispositions.parties(agency, k.sop(), actor).stream()
                .map(Dispositions.Offered::party)
                .toList();
        return OrderForm.read(form, agencies.settings(agency), calendars.current(agency), offered);
    }
}
