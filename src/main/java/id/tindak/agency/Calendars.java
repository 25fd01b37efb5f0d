package id.tindak.agency;

import id.tindak.calendar.CalendarDefinition;
import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.Holiday;
import id.tindak.calendar.Holidays;
import id.tindak.calendar.WorkCalendar;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working calendars as versioned data: hours, Ramadan, holidays, joint leave, disturbances. A version never changes; a change is
 * a new version, after which a job recomputes the open deadlines.
 */
@Service
public class Calendars {

    private record Key(int agencyId, int version) {}

    private final CalendarStore store;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Map<Key, WorkCalendar> known = new ConcurrentHashMap<>();

    Calendars(CalendarStore store, Agencies agencies, AgencyEvents events) {
        this.store = store;
        this.agencies = agencies;
        this.events = events;
    }

    /** The holidays that come with the program are in the list from the first start on; a later decree adds to it. */
    @PostConstruct
    void knowHolidays() {
        store.insertHolidays(Holidays.bundled());
    }

    public WorkCalendar current(int agencyId) {
        return version(agencyId, agencies.byId(agencyId).calendarVersion());
    }

    /** @throws IllegalStateException when the version does not exist or does not read (it was checked when it was stored) */
    public WorkCalendar version(int agencyId, int version) {
        return known.computeIfAbsent(
                new Key(agencyId, version), k -> WorkCalendar.of(definition(agencyId, version), store.holidays()));
    }

    /** National holidays and joint leave of all years that are known. */
    public List<Holiday> holidays() {
        return store.holidays();
    }

    /** The calendar that a text would make, for a preview. */
    public WorkCalendar tryOut(CalendarDefinition definition) {
        return WorkCalendar.of(definition, store.holidays());
    }

    /** Versions of the agency's calendar, newest first. */
    public List<CalendarVersion> versions(int agencyId) {
        return store.versions(agencyId);
    }

    public String text(int agencyId, int version) {
        return store.definition(agencyId, version);
    }

    /**
     * Puts a new version in force.
     *
     * @return its number
     */
    @Transactional
    public int change(int agencyId, String definition, String reason, @Nullable Long by) {
        parse(definition);
        int version = store.insert(agencyId, definition, reason, by);
        events.append(agencyId, "CALENDAR_CHANGED", by, Map.of("version", Integer.toString(version)));
        agencies.forget();
        return version;
    }

    private CalendarDefinition definition(int agencyId, int version) {
        return parse(store.definition(agencyId, version));
    }

    private static CalendarDefinition parse(String yaml) {
        return switch (CalendarFile.read(yaml)) {
            case CalendarFile.Valid valid -> valid.definition();
            case CalendarFile.Invalid invalid ->
                throw new IllegalArgumentException("calendar does not read: " + invalid.faults());
        };
    }
}
