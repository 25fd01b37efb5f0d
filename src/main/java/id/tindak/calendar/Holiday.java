package id.tindak.calendar;

import java.time.LocalDate;

/**
 * A day named by the yearly joint decree of three ministers (SKB 3 Menteri).
 *
 * @param name the occasion, printed as decreed
 * @param basis number and date of the decree
 */
public record Holiday(LocalDate date, Kind kind, String name, String basis) {

    public enum Kind {
        /** Libur nasional: closes every agency. */
        NATIONAL,
        /** Cuti bersama: closes an agency unless its calendar says that it works on joint leave. */
        JOINT_LEAVE
    }
}
