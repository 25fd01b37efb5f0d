package id.tindak.portal;

import id.tindak.calendar.TimeStandard;
import id.tindak.handling.Elected;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the SOP in force aims at: the whole time and the steps of its main path, as the public pages show them.
 *
 * @param target the aim for the whole way; null where the SOP sets none
 * @param hours the working hours of the present week in words, under which working time runs
 */
public record ServiceTimes(Sop sop, @Nullable TimeStandard target, List<Timed> steps, String hours) {

    /**
     * One step of an officer.
     *
     * @param time null where the SOP sets none, and for elected persons
     * @param width percent of the longest step's time
     */
    public record Timed(
            String no, String title, String actor, @Nullable TimeStandard time, String width) {}

    static ServiceTimes of(Sop sop, String channel, String hours) {
        List<Step> work = sop.mainPath(channel).stream()
                .filter(s -> !sop.byCitizen(s) && !s.automatic())
                .toList();
        int longest = work.stream().mapToInt(s -> minutes(time(sop, s))).max().orElse(0);
        List<Timed> steps = work.stream()
                .map(s -> new Timed(
                        s.no(), s.title(), sop.actor(s.actor()).name(), time(sop, s), share(time(sop, s), longest)))
                .toList();
        return new ServiceTimes(sop, sop.promise(channel), steps, hours);
    }

    /** The channel whose path is shown to somebody who fills in the form: the website's, else the first. */
    static String ownChannel(Sop sop) {
        return sop.channel("web");
    }

    /** Whether the aim runs in working hours, so that the pages must tell these. */
    public boolean inWorkingHours() {
        return target != null
                && (target.basis() == TimeStandard.Basis.WORKING_TIME
                        || target.basis() == TimeStandard.Basis.WORKING_DAYS);
    }

    private static @Nullable TimeStandard time(Sop sop, Step s) {
        return Elected.is(sop.actor(s.actor())) ? null : s.time();
    }

    private static int minutes(@Nullable TimeStandard t) {
        if (t == null) return 0;
        return t.basis() == TimeStandard.Basis.WORKING_DAYS ? t.amount() * 8 * 60 : t.amount();
    }

    private static String share(@Nullable TimeStandard t, int longest) {
        return longest == 0 ? "0" : String.valueOf(Math.round(100.0 * minutes(t) / longest));
    }
}
