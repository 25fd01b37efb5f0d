package id.tindak.portal;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.calendar.Week;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Sops;
import id.tindak.sop.Sop;
import org.springframework.stereotype.Component;

/** The agency's service as it is now: the SOP in force, its times, the working hours. */
@Component
class PublicService {

    private final Sops sops;
    private final Calendars calendars;
    private final Agencies agencies;

    PublicService(Sops sops, Calendars calendars, Agencies agencies) {
        this.sops = sops;
        this.calendars = calendars;
        this.agencies = agencies;
    }

    /** @throws Problem 404 while the agency has put no SOP in force: it takes no complaints yet */
    Sop sop(Page page) {
        return sops.inForce(page.brand().agencyId())
                .map(Sops.Running::sop)
                .orElseThrow(() -> Problem.of(404, "portal.not-open").titled("portal.not-open.title"));
    }

    ServiceTimes times(Page page, Sop sop) {
        return ServiceTimes.of(sop, ServiceTimes.ownChannel(sop), hours(page));
    }

    /** "Senin–Kamis pukul 07.30–16.00 dan Jumat pukul 07.30–16.30 WIB", as it is this week. */
    String hours(Page page) {
        return Words.of(page).week(week(page));
    }

    /** The hours of the present week, breaks left out; holidays are not seen. */
    Week week(Page page) {
        WorkCalendar calendar = calendars.current(page.brand().agencyId());
        return calendar.week(page.now().atZone(page.brand().zone()).toLocalDate());
    }

    String setting(Page page, String name) {
        return agencies.settings(page.brand().agencyId()).text(name);
    }

    java.util.List<String> settingList(Page page, String name) {
        return agencies.settings(page.brand().agencyId()).list(name);
    }
}
