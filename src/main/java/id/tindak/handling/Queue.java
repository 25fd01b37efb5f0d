package id.tindak.handling;

import org.jspecify.annotations.Nullable;

/** The one queue in which an open assignment lies: a role of the agency, a role of a unit, a person, or the reporter. */
public final class Queue {

    /** Waiting for the reporter: nobody's desk. */
    public static final String REPORTER = "reporter";

    private Queue() {}

    public static String role(String role, @Nullable Long unitId) {
        return unitId == null ? "r:" + role : "r:" + role + ":" + unitId;
    }

    /** Whether it is a queue of that role, of whichever unit. */
    public static boolean isOf(String queue, String role) {
        return queue.equals(role(role, null)) || queue.startsWith("r:" + role + ":");
    }

    public static String person(long officerId) {
        return "p:" + officerId;
    }
}
