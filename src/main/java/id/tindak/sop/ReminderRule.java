package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's right to remind whoever holds one of the steps: a task and a button.
 *
 * @param no number of its row in the signed table, when it has one
 * @param by actor who reminds
 * @param steps numbers of the steps that are watched
 * @param before remind when the deadline comes near
 * @param late remind when the deadline has passed
 * @param time standard for the reminding itself
 */
public record ReminderRule(
        @Nullable String no,
        String activity,
        String by,
        List<String> steps,
        boolean before,
        boolean late,
        @Nullable TimeStandard time,
        @Nullable String note,
        int line) {}
