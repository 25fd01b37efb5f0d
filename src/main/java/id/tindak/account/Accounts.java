package id.tindak.account;

import id.tindak.base.Ids;
import id.tindak.base.web.Signed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of officers, the one-time links that set them, and the end of sessions. */
@Service
public class Accounts {

    public static final int SHORTEST_PASSWORD = 10;
    static final int LONGEST_PASSWORD = 200;
    private static final Duration LINK_LIFE = Duration.ofHours(48);
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "password123",
            "passwordku",
            "katasandi123",
            "indonesia1",
            "qwertyuiop",
            "bismillah1",
            "bismillah123",
            "administrator",
            "rahasia123");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final Hashes hashes;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final Clock clock;

    Accounts(AccountStore store, Hashes hashes, FindByIndexNameSessionRepository<?> sessions, Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A link with which an officer sets the password himself; it works once, for 48 hours, and ends earlier links.
     *
     * @return path inside the agency, e.g. "/sandi/…"; shown to the administrator once and stored nowhere
     */
    @Transactional
    public String passwordLink(int agencyId, long officerId) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        store.addLink(agencyId, sha256(token), officerId, now, now.plus(LINK_LIFE));
        return "/sandi/" + token;
    }

    /** For the first administrator and the demo world; everybody else uses a link. Ends links and sessions. */
    @Transactional
    public void setPassword(int agencyId, long officerId, String password) {
        store.setPassword(agencyId, officerId, hashes.of(password));
        store.endLinks(agencyId, officerId, clock.instant());
        endSessions(agencyId, officerId);
    }

    /** Signs an officer out everywhere. To be called whenever the appointment, the administrator's or the auditor's right changes. */
    public void endSessions(int agencyId, long officerId) {
        sessions.findByPrincipalName(Signed.key(agencyId, officerId)).keySet().forEach(sessions::deleteById);
    }

    /**
     * What is wrong with a new password.
     *
     * @return text key of a sentence, or null when it is good
     */
    @Nullable
    String fault(int agencyId, long officerId, String password) {
        AccountStore.Account account = store.byId(agencyId, officerId).orElse(null);
        String fault = fault(password, account == null ? "" : account.username());
        boolean nip = account != null && password.equals(account.nip());
        return fault == null && nip ? "account.password.own" : fault;
    }

    /**
     * What is wrong with the password of somebody who has no account yet: the first administrator.
     *
     * @return text key of a sentence, whose place is {@link #SHORTEST_PASSWORD}, or null when it is good
     */
    public @Nullable String fault(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) return "account.password.short";
        if (password.length() > LONGEST_PASSWORD) return "account.password.long";
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) return "account.password.common";
        return lower.equals(username.toLowerCase(Locale.ROOT)) ? "account.password.own" : null;
    }

    /** Whose link this is, while it is valid. */
    Optional<AccountStore.Account> linkOwner(int agencyId, String token) {
        return store.linkOwner(agencyId, sha256(token), clock.instant()).flatMap(id -> store.byId(agencyId, id));
    }

    boolean isPassword(int agencyId, long officerId, String password) {
        return hashes.matches(
                password,
                store.byId(agencyId, officerId).map(AccountStore.Account::hash).orElse(null));
    }

    void logSignIn(int agencyId, long officerId, boolean accepted, String client) {
        Instant now = clock.instant();
        store.logSignIn(agencyId, Ids.next(now), officerId, now, accepted, client);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
