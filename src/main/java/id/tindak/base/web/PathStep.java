package id.tindak.base.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way of a case (the "jalur").
 *
 * @param note who and when, one line
 * @param clock a bar under the step, or null
 */
public record PathStep(
        State state, String title, String note, @Nullable Clocked clock) {

    public enum State {
        DONE("sudah"),
        DONE_LATE("sudah telat"),
        RETURNED("balik"),
        CURRENT(""),
        NEXT("");

        private final String css;

        State(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }
}
