package id.tindak.solution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One note of the library (catatan solusi): an answer that holds for whoever asks the same.
 *
 * @param written who wrote the text as it stands
 * @param approved by a second person; null while nobody has, and again after a change
 * @param complaintId the closed case that it grew out of
 * @param uses answers that began as this note
 * @param version rises with every change, so that nobody approves what he has not read
 */
public record SolutionNote(
        long id,
        Text text,
        Act made,
        Act written,
        @Nullable Act approved,
        @Nullable Withdrawn withdrawn,
        @Nullable Long complaintId,
        int uses,
        int version) {

    private static final int BEGINNING = 240;

    /** @param validUntil last day on which it may be offered; null when it holds until withdrawn */
    public record Text(
            String question,
            String answer,
            String basis,
            @Nullable String category,
            @Nullable LocalDate validUntil) {

        /** What the event's fingerprint is made of. */
        String whole() {
            return String.join("\n", question, answer, basis, String.valueOf(validUntil));
        }
    }

    /** How the answer begins. */
    public String beginning() {
        String answer = text.answer();
        boolean whole = answer.codePointCount(0, answer.length()) <= BEGINNING;
        return whole ? answer : answer.substring(0, answer.offsetByCodePoints(0, BEGINNING)) + " …";
    }

    public record Act(long by, Instant at) {}

    public record Withdrawn(long by, Instant at, String reason) {}

    /** Read off the dates, so that it cannot disagree with them. */
    public enum State {
        BERLAKU,
        MENUNGGU,
        KEDALUWARSA,
        DITARIK;

        /** In addresses and text keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Valid ones where the word is none. */
        static State of(String word) {
            for (State s : values()) if (s.word().equals(word)) return s;
            return BERLAKU;
        }
    }

    public State state(LocalDate today) {
        if (withdrawn != null) return State.DITARIK;
        LocalDate until = text.validUntil();
        if (until != null && until.isBefore(today)) return State.KEDALUWARSA;
        return approved == null ? State.MENUNGGU : State.BERLAKU;
    }
}
