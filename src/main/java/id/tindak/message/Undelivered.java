package id.tindak.message;

/** Whoever has to know that a message did not reach its receiver, and may try another way. Part of the transaction that notes it. */
public interface Undelivered {

    /** @param perhaps it may have arrived, and nobody can say */
    void noted(int agencyId, Outbox.Outgoing message, boolean perhaps);
}
