package id.tindak.sop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way out of a step: a named human decision, or the only way on.
 *
 * @param label what the officer chooses; empty when there is only one way on
 * @param target number of the next step, or {@link Sop#DONE}, {@link Sop#REFUSED}, {@link Sop#MOVED}
 * @param fills what the officer must fill in before going this way; {@link #TARGET_UNIT}, {@link #RESULT}, {@link #ANSWER} and the key of a
 *     disposition's actor have a meaning
 * @param signer actor who alone may take this branch, after the step's own actor has finished
 * @param confidential from here on the case is secret
 * @param addition not in the signed text
 */
public record Branch(
        String label,
        String target,
        List<String> fills,
        boolean reasonRequired,
        @Nullable String signer,
        boolean confidential,
        boolean addition,
        @Nullable DispositionRule disposition) {

    /** The name in {@link #fills} that means: choose the unit which handles the case. */
    public static final String TARGET_UNIT = "tujuan";

    /** The name in {@link #fills} that makes the step's written result mandatory. */
    public static final String RESULT = "hasil";

    /** The name in {@link #fills} that means: with this the wording of the answer stands, and whoever sends it changes nothing. */
    public static final String ANSWER = "jawaban";

    /** The name in {@link #fills} that says: the answer lies ready in a note. */
    public static final String NOTE = "catatan solusi";

    public boolean fillsTargetUnit() {
        return fills.contains(TARGET_UNIT);
    }
}
