package id.tindak.handling;

import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.Holidays;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.sop.Sop;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A complaint that has just arrived, for tests of the engine in memory. */
final class Filed {

    /** Monday to Friday, as it is shipped. */
    static final WorkCalendar CALENDAR = calendar();

    private Filed() {}

    static Case under(Sop sop, String channel, Instant at) {
        Complaint c = new Complaint(
                1,
                10,
                "UJI-260309-0000",
                "pengaduan",
                channel,
                "Uji",
                null,
                null,
                null,
                null,
                Privacy.TERBUKA,
                false,
                false,
                false,
                null,
                at,
                0,
                0,
                1,
                null,
                null,
                null,
                null,
                0,
                new byte[32]);
        return new Case(
                c,
                Reporter.NOBODY,
                new Handling(20, 10, 30, 1, null, at, null, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sop,
                CALENDAR,
                1,
                Set.of());
    }

    private static WorkCalendar calendar() {
        if (CalendarFile.read(CalendarFile.bundled("lima-hari")) instanceof CalendarFile.Valid valid)
            return WorkCalendar.of(valid.definition(), Holidays.bundled());
        throw new AssertionError("the shipped calendar does not read");
    }
}
