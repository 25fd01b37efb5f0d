package id.tindak.handling;

/**
 * What a step makes the program do: one word of the SOP's {@code sistem} (kabari cetak catat jawab terbitkan survei), one bean in
 * the module that knows how. It runs inside the step's transaction and only adds rows; it never talks to the network.
 */
public interface StepEffect {

    /** The word in the SOP file. */
    String word();

    /** Whether this program can do the word with that argument; what it cannot is named when an SOP is put in force. */
    default boolean knows(String argument) {
        return true;
    }

    /** @param argument what stands behind the word, e.g. the actor to be told */
    void apply(Transition transition, String argument);

    /** Writes what the own module keeps of the case, where {@link #apply} or {@link #ended} asked for it: once, in the transaction that saves the transition, before its messages and events. */
    default void write(Transition transition, String argument) {}

    /** A run of the case has ended, by whatever way; also where the SOP never says the word. */
    default void ended(Transition transition) {}
}
