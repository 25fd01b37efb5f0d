package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.handling.Case;
import id.tindak.handling.Commitment;
import id.tindak.handling.Handling;
import id.tindak.sop.Sop;
import java.util.Locale;

/** Where a case stands, in one word for its reporter. Read off its times; stored nowhere. */
public enum State {
    IN_HAND(""),
    WAITING("soga"),
    ANSWERED("daun"),
    /** Answered, and something that the answer promised is still to be done. */
    OWING("soga"),
    CLOSED("daun"),
    REFUSED("kudu"),
    MOVED(""),
    WITHDRAWN(""),
    EXPIRED(""),
    JOINED("");

    private final String css;

    State(String css) {
        this.css = css;
    }

    static State of(Case k) {
        if (k.handling().open()) return k.waitsForReporter() ? WAITING : IN_HAND;
        String outcome = String.valueOf(k.handling().outcome());
        return switch (outcome) {
            case Sop.REFUSED -> REFUSED;
            case Sop.MOVED -> MOVED;
            case Handling.WITHDRAWN -> WITHDRAWN;
            case Handling.EXPIRED -> EXPIRED;
            case Handling.JOINED ->
                k.complaint().reactUntil() == null ? JOINED : k.complaint().closed() ? CLOSED : ANSWERED;
            default ->
                k.commitments().stream().anyMatch(Commitment::open)
                        ? OWING
                        : k.complaint().closed() ? CLOSED : ANSWERED;
        };
    }

    /** Class of the small label. */
    public String css() {
        return css;
    }

    public String title(Page page) {
        return page.t("portal.state." + name().toLowerCase(Locale.ROOT));
    }
}
