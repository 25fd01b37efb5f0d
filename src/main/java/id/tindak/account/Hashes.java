package id.tindak.account;

import id.tindak.base.web.Problem;
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

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = encoder.encode("tidak dipakai siapa pun");

    String of(String password) {
        return inTurn(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    /** @param hash null when there is no such person or no password yet; takes the same time and is false */
    boolean matches(String password, @Nullable String hash) {
        boolean same = inTurn(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
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
