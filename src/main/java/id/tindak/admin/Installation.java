package id.tindak.admin;

import id.tindak.account.Accounts;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.handling.Sops;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds the first agency of an empty installation with its administrator, all or nothing. */
@Service
class Installation {

    private final Agencies agencies;
    private final People people;
    private final Accounts accounts;
    private final Calendars calendars;
    private final Sops sops;

    Installation(Agencies agencies, People people, Accounts accounts, Calendars calendars, Sops sops) {
        this.agencies = agencies;
        this.people = people;
        this.accounts = accounts;
        this.calendars = calendars;
        this.sops = sops;
    }

    /**
     * @param calendar text of the first calendar version
     * @param sop text of a checked SOP; kept as a draft until units and role holders are there
     */
    @Transactional
    void found(Agency agency, Officer administrator, String password, String calendar, String reason, String sop) {
        agencies.found(agency, null);
        calendars.change(agency.id(), calendar, reason, null);
        people.add(agency.id(), administrator, null);
        accounts.setPassword(agency.id(), administrator.id(), password);
        if (sops.upload(agency.id(), sop, administrator.id()) instanceof Sops.Refused refused)
            throw new IllegalArgumentException("SOP does not read: " + refused.faults());
    }
}
