package id.tindak.recap;

import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.calendar.TimeStandard;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Figures in words. What is frozen is in the office's language, whoever freezes it. */
public record RecapWords(String language, Times times) {

    /** Of a paper. */
    static RecapWords office(ZoneId zone) {
        return new RecapWords(Texts.DEFAULT, new Times(zone, Texts.DEFAULT));
    }

    public String t(String key, Object... args) {
        return Texts.get(language, key, args);
    }

    public String number(long n) {
        return times.number(n);
    }

    /** "86,42" of "86.42". */
    public String decimal(String number) {
        return Texts.DEFAULT.equals(language) ? number.replace('.', ',') : number;
    }

    /** "94,3%"; a dash where there is nothing to divide by. */
    public String share(long part, long whole) {
        return whole == 0 ? "–" : times.percent(part, whole);
    }

    /** Kept of timed; a dash where no time is set or held. */
    public String kept(@Nullable Timing t) {
        return t == null ? "–" : share(t.kept(), t.timed());
    }

    public String span(@Nullable Timing t) {
        return t == null ? "–" : span(t.medianSeconds(), null);
    }

    /**
     * "1 jam 41 menit"; a dash where nothing was measured.
     *
     * @param standard with which it is compared; null for working time
     */
    public String span(@Nullable Long seconds, @Nullable String standard) {
        if (seconds == null) return "–";
        Duration d = Duration.ofSeconds(Math.max(0, seconds));
        return wall(standard) ? times.wall(d) : times.working(d);
    }

    private static boolean wall(@Nullable String standard) {
        if (standard == null) return false;
        return switch (TimeStandard.parse(standard).basis()) {
            case WORKING_TIME, WORKING_DAYS -> false;
            case WALL_CLOCK, WALL_CLOCK_OPEN_DAYS -> true;
        };
    }
}
