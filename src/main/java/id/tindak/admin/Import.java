package id.tindak.admin;

import id.tindak.agency.RoleHolder;
import java.util.List;

/**
 * A list read from a file and checked line by line; it is taken over wholly or, with any fault, not at all.
 *
 * @param holders roles that the persons of the list hold from their first day
 */
record Import<T>(List<T> rows, List<RoleHolder> holders, List<LineFault> faults) {

    boolean ok() {
        return faults.isEmpty() && !rows.isEmpty();
    }
}
