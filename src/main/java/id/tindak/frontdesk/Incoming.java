package id.tindak.frontdesk;

import id.tindak.complaint.NewComplaint;
import id.tindak.lapor.TrackingId;
import id.tindak.register.Field;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk typed, checked.
 *
 * @param at when it really came
 * @param late entered after it came, from paper
 * @param receivedBy the officer who took it
 * @param blank number of the receipt printed in advance; null without one
 * @param lapor number in LAPOR!, with when LAPOR! got it; null for every other way
 * @param complaint null for a guest, and for a letter that is none
 * @param letter columns of the agenda; empty where nothing of paper came
 * @param guest columns of the guest book; empty where nobody came
 * @param goesOn end the SOP's first step too, where it is this officer's
 */
record Incoming(
        Way way,
        String key,
        Instant at,
        boolean late,
        long receivedBy,
        @Nullable BlankNumber blank,
        @Nullable InLapor lapor,
        @Nullable NewComplaint complaint,
        Map<Field, String> letter,
        Map<Field, String> guest,
        boolean goesOn) {

    /** @param since null: not known, so it counts from now */
    record InLapor(TrackingId id, @Nullable Instant since) {}
}
