package id.tindak.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What an agency lays down about its time, without the national holidays: one version of its calendar as data.
 *
 * @param name how the agency calls it, such as "Lima hari kerja"
 * @param week the usual hours
 * @param jointLeaveCloses whether cuti bersama is free (usual) or worked
 * @param periods dated weeks that replace the usual one (Ramadan, special days); where two cover a day the later in the
 *     list counts
 * @param closedDays days of the agency's own on which it is closed; they win over {@code openDays}
 * @param openDays days on which the agency works although a holiday or the week would close it
 * @param disturbances declared stretches in which the clocks of the agency stand still
 */
public record CalendarDefinition(
        String name,
        ZoneId zone,
        Week week,
        boolean jointLeaveCloses,
        List<Period> periods,
        List<ClosedDay> closedDays,
        List<OpenDay> openDays,
        List<Disturbance> disturbances) {

    public CalendarDefinition {
        periods = List.copyOf(periods);
        closedDays = List.copyOf(closedDays);
        openDays = List.copyOf(openDays);
        disturbances = List.copyOf(disturbances);
    }

    /**
     * A week of its own from the first to the last day, both included.
     *
     * @param note for the administrator, such as "menunggu sidang isbat"; may be empty
     */
    public record Period(String name, LocalDate from, LocalDate to, Week week, String note) {
        public Period {
            if (to.isBefore(from))
                throw new IllegalArgumentException("Masa berakhir sebelum mulai: " + from + "–" + to);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public record ClosedDay(LocalDate date, String name) {}

    /** @param hours the hours of that day; empty for the hours its weekday would have */
    public record OpenDay(LocalDate date, String name, List<Interval> hours) {
        public OpenDay {
            hours = Week.inOrder(hours);
        }
    }

    /**
     * Power or network was down and a record (berita acara) says so; kept in whole minutes.
     *
     * @param record number of the berita acara; may be empty
     */
    public record Disturbance(Instant from, Instant to, String reason, String record) {
        public Disturbance {
            from = from.truncatedTo(ChronoUnit.MINUTES);
            to = to.truncatedTo(ChronoUnit.MINUTES);
            if (!from.isBefore(to))
                throw new IllegalArgumentException("Gangguan berakhir sebelum mulai: " + from + "–" + to);
        }
    }

    /** The same calendar with one more declared disturbance. */
    public CalendarDefinition with(Disturbance disturbance) {
        List<Disturbance> all = new java.util.ArrayList<>(disturbances);
        all.add(disturbance);
        return new CalendarDefinition(name, zone, week, jointLeaveCloses, periods, closedDays, openDays, all);
    }
}
