package id.tindak.account;

import id.tindak.base.web.Problem;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Password hashes: argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). At most two are computed at once, so that a flood of sign-ins leaves the machine to the
 * others; who waits longer than two seconds is asked to come back.
 */
@Component
class Hashes {

    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 2;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** Costs as much to check as a real one and matches no password: its salt and its hash are all zero. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    String of(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** @param hash null when there is no such person or no password yet; takes the same time and is false */
    boolean matches(String password, @Nullable String hash) {
        boolean same = inTurn(() -> encoder.matches(password, hash == null ? NOBODYS : hash));
        return same && hash != null;
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) throw Problem.of(503, "account.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "account.busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
