package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.complaint.Privacy;
import id.tindak.handling.CaseLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One found case in words: {@code state} says who holds it and since when, or how it ended. */
public record LineView(
        String number,
        String title,
        String place,
        String channel,
        String channelIcon,
        Instant receivedAt,
        String state,
        boolean late,
        boolean confidential) {

    static LineView of(Page page, CaseLine line) {
        Instant deadline = line.deadline();
        boolean waiting = line.holder() == null && line.role() != null && waits(line);
        return new LineView(
                line.number(),
                line.title(),
                line.place() == null ? "" : line.place(),
                Names.channel(page, line.channel()),
                Names.icon(line.channel()),
                line.receivedAt(),
                state(page, line, waiting),
                !waiting && deadline != null && deadline.isBefore(page.now()),
                line.privacy() == Privacy.RAHASIA);
    }

    private static String state(Page page, CaseLine line, boolean waiting) {
        @Nullable Instant since = line.since();
        if (line.step() == null || since == null)
            return line.outcome() == null
                    ? page.t("desk.line.ended")
                    : Names.outcome(page, java.util.Objects.requireNonNull(line.outcome()));
        String at = page.times().near(since, page.now());
        if (waiting) return page.t("desk.line.waiting", at);
        String who = line.holder() == null ? line.roleName() : line.holder() + ", " + line.roleName();
        return page.t("desk.line.held", line.stepName(), who, at);
    }

    private static boolean waits(CaseLine line) {
        String step = line.step();
        return step != null && line.sop().byCitizen(line.sop().step(step));
    }
}
