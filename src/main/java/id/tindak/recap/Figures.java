package id.tindak.recap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All figures of a recap, as they are kept: counts and names of the agency's own data, nothing of a person.
 *
 * @param promise the time that the procedure sets for the whole, where it is one for all channels
 * @param waiting unfinished at the end, and waiting for the reporter
 * @param oversight cases that went to those who examine abuse of power
 * @param survey what was answered in this time; null where nobody did
 */
public record Figures(
        Ledger ledger,
        Timing timing,
        @Nullable String promise,
        long waiting,
        long oversight,
        List<Group> channels,
        List<Group> units,
        List<Group> categories,
        List<Group> kinds,
        List<Group> districts,
        List<StepLine> steps,
        List<Count> grounds,
        List<Count> moves,
        List<LimitLine> limits,
        List<Overdue> overdue,
        Promises promises,
        @Nullable Satisfaction survey) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One channel, unit, category, kind or district.
     *
     * @param code empty for cases that have none
     * @param name as it was called then
     * @param timing null where no time is held against whoever it is
     */
    public record Group(
            String code,
            String name,
            Ledger ledger,
            @Nullable Timing timing) {}

    /**
     * One row of the procedure.
     *
     * @param label "A1. Verifikasi"
     * @param standard as the procedure writes it; null when it sets none
     * @param timed whether time may be held against whoever does it
     * @param done how often it was done
     * @param late of those, after its time
     * @param median of the time that it took, in seconds; null where it was never done
     * @param ninth nine of ten took no longer
     * @param returned how often a case came back to it
     * @param reminders of the work that was done
     * @param waiting how many cases lay there at the end
     * @param waitingLate of those, after their time
     */
    public record StepLine(
            String sop,
            String label,
            String actor,
            @Nullable String standard,
            boolean timed,
            long done,
            long late,
            @Nullable Long median,
            @Nullable Long ninth,
            long returned,
            long reminders,
            long waiting,
            long waitingLate) {}

    public record Count(String name, long count) {}

    /**
     * A limit set by law.
     *
     * @param verified false when nobody has confirmed the rule yet
     * @param ended clocks that stopped in this time
     * @param late of those, after their limit
     * @param lateOpen running at the end, and over it
     */
    public record LimitLine(String name, String basis, boolean verified, long ended, long late, long lateOpen) {}

    /**
     * Work of a unit that was late at the end.
     *
     * @param since the oldest time limit, in milliseconds since 1970
     */
    public record Overdue(String unit, long count, long since, long reminders) {}

    /**
     * What answers promised beyond themselves.
     *
     * @param kept fulfilled in this time, by the day that was promised
     * @param keptLate fulfilled in this time, later
     * @param open at the end
     * @param overdue of those, after the day that was promised
     */
    public record Promises(long made, long kept, long keptLate, long open, long overdue) {

        public boolean none() {
            return made + kept + keptLate + open == 0;
        }
    }

    /**
     * The survey of satisfaction. Numbers as they are written with a point: they were reckoned exactly and are only shown here.
     *
     * @param index IKM, 25.00 to 100.00; empty while an element has no answer at all
     * @param grade "B, Baik"; empty likewise
     */
    public record Satisfaction(int respondents, String index, String grade, List<Element> elements) {

        /** @param name "U1 Persyaratan" */
        public record Element(String name, String mean, String converted) {}
    }

    /** Text by which it is kept; the same figures are always the same text. */
    String written() {
        return JSON.writeValueAsString(this);
    }

    /** @throws IllegalStateException when it was written by something else */
    static Figures read(String written) {
        try {
            return JSON.readValue(written, Figures.class);
        } catch (JacksonException no) {
            throw new IllegalStateException("figures of a recap do not read", no);
        }
    }

    /** Whether nothing happened and nothing was there. */
    public boolean empty() {
        return ledger.empty();
    }

    /** How often cases came back to a step. */
    public long returned() {
        return steps.stream().mapToLong(StepLine::returned).sum();
    }

    public long reminders() {
        return steps.stream().mapToLong(StepLine::reminders).sum();
    }
}
