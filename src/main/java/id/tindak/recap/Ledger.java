package id.tindak.recap;

/**
 * The balance of a stretch of time: what was unfinished at its beginning and what came is what left and what is unfinished at its end. Counted are runs of a case, of which a case has one
 * at a time: one that is reopened after its answer is unfinished again and stands in a line of its own. A case that goes on under another unit of the agency has not left the agency; it
 * leaves the one unit's line and comes to the other's.
 *
 * @param received filed in this time
 * @param reopened the reporter was not content with the answer
 * @param cameOver from another unit of the agency; 0 over the whole agency
 * @param answered ended by the procedure
 * @param passedOn to another agency or an outside body
 * @param wentOver to another unit of the agency; 0 over the whole agency
 * @param expired never completed by the reporter
 * @param joined goes on in another case
 * @param other any further end
 */
public record Ledger(
        long opening,
        long received,
        long reopened,
        long cameOver,
        long answered,
        long refused,
        long passedOn,
        long wentOver,
        long withdrawn,
        long expired,
        long joined,
        long other,
        long closing) {

    /** All that came, beside what was there. */
    public long in() {
        return received + reopened + cameOver;
    }

    /** All that left. */
    public long out() {
        return answered + refused + otherwise() + wentOver;
    }

    /** Whatever left without an answer or a refusal, as one figure. */
    public long otherwise() {
        return passedOn + withdrawn + expired + joined + other;
    }

    public boolean balanced() {
        return opening + in() == out() + closing;
    }

    /** Whether there is nothing to tell. */
    public boolean empty() {
        return opening + in() + out() + closing == 0;
    }

    /** Moves between units balance each other over the whole agency. */
    Ledger ofAgency() {
        return new Ledger(
                opening, received, reopened, 0, answered, refused, passedOn, 0, withdrawn, expired, joined, other,
                closing);
    }
}
