package id.tindak.admin;

import id.tindak.account.Accounts;
import id.tindak.agency.AgencyEvents;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the link with which an officer sets the own password; that it was issued is audited, the link is not. */
@Service
class PasswordLinks {

    private final Accounts accounts;
    private final AgencyEvents events;

    PasswordLinks(Accounts accounts, AgencyEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    /** @return path inside the agency */
    @Transactional
    String issue(int agencyId, long officerId, long by) {
        events.append(agencyId, "PASSWORD_LINK_ISSUED", by, Map.of("officer", Long.toString(officerId)));
        return accounts.passwordLink(agencyId, officerId);
    }
}
