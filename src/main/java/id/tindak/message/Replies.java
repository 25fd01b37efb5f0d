package id.tindak.message;

import java.util.List;
import java.util.Optional;

/** Where replies to our mails are read. */
public interface Replies {

    /**
     * @param token that names the case; empty for a mail about none
     * @return address for Reply-To; empty where nobody reads replies
     */
    Optional<String> address(int agencyId, String token);

    /** Message-IDs of the mails that this person wrote about the case, oldest first, the last ten; what we send hangs below them (RFC 5322, section 3.6.4). */
    List<String> references(int agencyId, long complaintId, String address);
}
