package id.tindak.phones;

import java.time.Instant;

/** One message on a phone's screen. */
final class Bubble {

    enum State {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    final String id;
    final boolean ours;
    final String text;
    final boolean photo;
    final Instant at;
    volatile State state = State.SENT;
    /** What the door said to it, or the address to which Kannel wants its report. */
    volatile String note = "";

    /** @param ours written by the citizen */
    Bubble(String id, boolean ours, String text, boolean photo, Instant at) {
        this.id = id;
        this.ours = ours;
        this.text = text;
        this.photo = photo;
        this.at = at;
    }
}
