package id.tindak.message;

import java.time.Duration;

/** Takes messages of some lanes out of the house. Holds no transaction: a provider may be slow. */
public interface Carrier {

    /** One person gets no more than so many messages in that time; what is above waits. */
    record Pace(int most, Duration window) {}

    /** Whether messages of this lane are its business. */
    boolean takes(String lane);

    /** Whether it can send at all now; messages of a lane that is not set up, or switched off, wait without counting attempts. */
    boolean ready(int agencyId, String lane);

    Pace pace(int agencyId, String lane);

    /** Whether its receivers know a message again that they had before (the same Message-ID): then one that was cut off is simply sent once more. */
    default boolean knownAgain() {
        return true;
    }

    Delivered carry(Claim claim);
}
