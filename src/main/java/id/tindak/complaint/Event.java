package id.tindak.complaint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, before it is linked into the complaint's chain: a code and ids, never personal data or free text.
 *
 * @param actor the officer who did it; null for the reporter or the program, told apart by the kind
 */
public record Event(Kind kind, @Nullable Long actor, Map<String, String> facts) {

    public enum Kind {
        RECEIVED,
        STEP_OPENED,
        STEP_DONE,
        STEP_RETURNED,
        STEP_AUTOMATIC,
        /** Prepared by the step's actor, waits for its signer. */
        SUBMITTED,
        WAITING_FOR_REPORTER,
        REPORTER_COMPLETED,
        REPORTER_ADDED,
        TAKEN,
        ASSIGNED,
        REQUEUED,
        NOTE,
        NOTICE,
        /** What was said on the telephone, or that nobody answered. */
        PHONE_CALL,
        /** An officer wrote down what a voice note says, or what words in another language mean. */
        TRANSCRIBED,
        ANSWERED,
        /** The reporter was asked how the service was; whether and when somebody answered is not kept here. */
        SURVEY_OFFERED,
        /** What the reporter thinks of the handling as a whole, told by message; not the survey, which nobody can link to a case. */
        RATED,
        /** The answer promises more than itself. */
        COMMITMENT_MADE,
        COMMITMENT_FULFILLED,
        COMMITMENT_RENEWED,
        /** A decision names on whose word it was taken. */
        BASIS_CITED,
        REFUSED,
        MOVED,
        ENDED,
        REOPENED,
        WITHDRAWN,
        REMINDED,
        /** Whoever holds a step was reminded of its time limit, by the program or by a person. */
        OFFICER_REMINDED,
        /** A mail about this case went to an officer. */
        OFFICER_MAILED,
        EXPIRED,
        CLOSED,
        DEADLINE_MOVED,
        /** A limit set by law was made longer, as the rule allows once; the reporter is told why. */
        LIMIT_EXTENDED,
        REVEALED,
        SEARCHED,
        CATEGORY_CHANGED,
        PRIVACY_RAISED,
        /** A refusal that a second person has to confirm. */
        REFUSAL_PROPOSED,
        REFUSAL_DECLINED,
        /** Alleged to be an abuse of power: with those who examine that. */
        OVERSIGHT,
        /** Back from a role beside the procedure into the procedure. */
        RELEASED,
        /** Goes on under another unit of the agency. */
        MOVED_ON,
        /** Came from another agency of this installation. */
        MOVED_IN,
        /** Has arrived at another agency, or the letter to an outside body is due. */
        FORWARDED,
        OUTSIDE_ANSWERED,
        /** The case that a joined one follows was answered or ended, or is another from now on. */
        HEAD_ANSWERED,
        HEAD_ENDED,
        HEAD_CHANGED,
        OFFICER_EXCLUDED,
        OFFICER_NOT_EXCLUDED,
        OFFICER_ADMITTED,
        JOINED,
        SEPARATED,
        IDENTITY_CHECKED,
        CODE_ROTATED,
        FIELD_CORRECTED,
        /** The new wording of the complaint's text, with {@link #FIELD_CORRECTED}. */
        TEXT_CORRECTED,
        /** Entered after a power cut: what the paper said, and when it was entered. */
        ENTERED_LATE,
        SCREENSHOT_TAKEN,
        ANSWER_COLLECTED,
        EMAIL_CONFIRMED,
        FORCED_MOVE,
        /** Parties were named, or got their orders. */
        DISPOSED,
        HANDED_OUT,
        ORDER_READ,
        ORDER_RECALLED,
        /** Open work of parties that nobody has to do any more. */
        ORDERS_ENDED,
        /** Somebody has to know of it (tembusan), knows now, or did not decide what was entered in the own name. */
        COPIED,
        ACKNOWLEDGED,
        OBJECTED,
        /** A unit is asked for its input, gives it, or need not any more. */
        INPUT_ASKED,
        INPUT_GIVEN,
        INPUT_WITHDRAWN,
        /** A message did not reach the reporter, or nobody can say whether it did. */
        NOT_REACHED,
        PERHAPS_NOT_REACHED,
        /** It has a number in SP4N-LAPOR!, how it stands there, and what was told there. */
        LAPOR_NUMBERED,
        LAPOR_STATE,
        LAPOR_TOLD,
        /** Worded for the public; shown to it, or not and why; taken back or held back; no longer held back. */
        PUBLICATION_WORDED,
        PUBLISHED,
        PUBLICATION_SKIPPED,
        PUBLICATION_WITHDRAWN,
        PUBLICATION_ALLOWED,
        BOOK_ENTERED,
        BOOK_CORRECTED,
        BOOK_CANCELLED,
        /** The reporter's data and all texts are gone. */
        ERASED,
        EFFECT_NOT_BUILT,
        /** The SOP wants a paper printed. */
        PAPER_DUE,
        PAPER_ISSUED,
        PAPER_REPRINTED,
        PAPER_WITHDRAWN
    }

    public static Event of(Kind kind, @Nullable Long actor, String... facts) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (int i = 0; i < facts.length; i += 2) map.put(facts[i], facts[i + 1]);
        return new Event(kind, actor, map);
    }
}
