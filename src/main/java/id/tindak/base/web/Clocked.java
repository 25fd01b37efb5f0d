package id.tindak.base.web;

import java.time.Duration;

/**
 * One clock as pages show it (the "jam"): a bar, and words that never depend on it.
 *
 * @param standard the time the SOP gives
 * @param used what has run so far, by the same measure
 */
public record Clocked(State state, Duration standard, Duration used) {

    public enum State {
        RUNNING,
        /** Stopped, waiting for the reporter or a declared disturbance. */
        PAUSED,
        DONE
    }

    /** @param remaining negative when late */
    public static Clocked running(Duration standard, Duration remaining) {
        return new Clocked(State.RUNNING, standard, standard.minus(remaining));
    }

    public static Clocked paused(Duration standard, Duration remaining) {
        return new Clocked(State.PAUSED, standard, standard.minus(remaining));
    }

    public static Clocked done(Duration standard, Duration used) {
        return new Clocked(State.DONE, standard, used);
    }

    public Duration remaining() {
        return standard.minus(used);
    }

    public boolean late() {
        return used.compareTo(standard) > 0;
    }

    /** CSS class of the clock: hampir (at most a third left), lewat, selesai, jeda, or none. */
    public String css() {
        if (state == State.PAUSED) return "jeda";
        if (late()) return "lewat";
        if (state == State.DONE) return "selesai";
        return remaining().multipliedBy(3).compareTo(standard) <= 0 ? "hampir" : "";
    }

    /** Percent of the bar's width up to the promise mark. */
    public String mark() {
        return late() ? percent(standard, used) : "100";
    }

    /** Percent of the bar's width that is used; past the mark the dot stands at 100. */
    public String dot() {
        return late() ? "100" : percent(used, standard);
    }

    private static String percent(Duration part, Duration whole) {
        if (whole.isZero() || whole.isNegative()) return "0";
        double p = Math.clamp(100.0 * part.toSeconds() / whole.toSeconds(), 0, 100);
        return String.valueOf(Math.round(p * 10) / 10.0);
    }

    /** "sisa 5 menit", "terlambat 45 menit", "Waktu berhenti dihitung", "selesai dalam 1 jam". */
    public String headline(Page page) {
        Times times = page.times();
        if (state == State.PAUSED) return page.t("web.clock.paused");
        if (state == State.DONE) return page.t("web.clock.done", times.working(used));
        return late()
                ? page.t("web.clock.late", times.working(remaining()))
                : page.t("web.clock.left", times.working(remaining()));
    }

    /** "dari 15 menit", or "tersisa 9 menit" while stopped. */
    public String rest(Page page) {
        Times times = page.times();
        return state == State.PAUSED
                ? page.t("web.clock.remaining", times.working(remaining()))
                : page.t("web.clock.of", times.working(standard));
    }
}
