package id.tindak.handling;

/** What an officer says beside the text on a branch that takes the case out of the procedure. */
sealed interface Ending {

    /** The branch asks for nothing. */
    record None() implements Ending {}

    /** Refused on this ground. */
    record Refusal(RefusalGround ground) implements Ending {}

    /** Passed on (PINDAH). */
    record Away(Transfer transfer) implements Ending {}

    /** Handed to this role, which examines abuse of power. */
    record Oversight(String role) implements Ending {}

    /** What was chosen does not do. */
    record Wrong(Outcome.Refused why) implements Ending {}
}
