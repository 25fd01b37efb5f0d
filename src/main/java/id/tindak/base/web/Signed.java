package id.tindak.base.web;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person behind a session. Kept in the session store; what changes daily (roles held) is read fresh by those who need it, and a change of the fields here ends the person's sessions.
 *
 * @param roleLine the role shown beside the name, as it was at sign-in; empty when none
 * @param until when a dated mandate (auditor, temporary officer) ends; null when it does not
 */
public record Signed(
        int agencyId,
        long officerId,
        String name,
        String roleLine,
        boolean admin,
        boolean auditor,
        @Nullable Instant until)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The key under which the session store finds all sessions of one person. */
    public static String key(int agencyId, long officerId) {
        return agencyId + ":" + officerId;
    }

    @Override
    public String getName() {
        return key(agencyId, officerId);
    }

    boolean may(Access.Who who) {
        return switch (who) {
            case PUBLIC -> true;
            case OFFICER -> !auditor;
            case ADMIN -> admin && !auditor;
            case AUDITOR -> auditor;
            case CLIENT, PROVIDER, SETUP -> false;
        };
    }
}
