package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the SOP.
 *
 * @param no as printed: "1", "A2", "e"
 * @param part heading above the row, when a new part begins here
 * @param title short name for pages; not part of the signed text
 * @param activity the signed text
 * @param actor key of the actor
 * @param requirements column Kelengkapan
 * @param fields fields of the reporter's form: name to mandatory
 * @param effects what the program does when the step is done, in order
 * @param copies actors who only acknowledge
 * @param automatic the program does the step at once; it is never anybody's work
 * @param addition not in the signed text
 * @param branches never empty; exactly one with an empty label when there is nothing to decide
 * @param disposition set when the step as a whole is a disposition; its only branch carries it too
 * @param line line of the file
 */
public record Step(
        String no,
        @Nullable String part,
        String title,
        String activity,
        String actor,
        List<String> requirements,
        Map<String, Boolean> fields,
        @Nullable TimeStandard time,
        @Nullable String output,
        @Nullable String note,
        List<Effect> effects,
        List<String> copies,
        boolean automatic,
        boolean addition,
        List<Branch> branches,
        @Nullable DispositionRule disposition,
        int line) {

    /** True when a person has to decide between branches. */
    public boolean decision() {
        return branches.size() > 1 || !branches.getFirst().label().isEmpty();
    }

    /** True when this step sends the answer to the reporter. */
    public boolean answers() {
        return effects.stream().anyMatch(effect -> effect.word().equals(Effect.ANSWER));
    }

    /** True when this step shows something of the case to the public. */
    public boolean publishes() {
        return effects.stream().anyMatch(effect -> effect.word().equals(Effect.PUBLISH));
    }
}
