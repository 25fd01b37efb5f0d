package id.tindak.message;

import java.util.Optional;

/** Where replies to our mails are read. */
public interface Replies {

    /**
     * @param token that names the case; empty for a mail about none
     * @return address for Reply-To; empty where nobody reads replies
     */
    Optional<String> address(int agencyId, String token);
}
