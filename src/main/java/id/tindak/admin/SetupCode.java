package id.tindak.admin;

import id.tindak.base.PrivateFiles;
import id.tindak.base.web.SetupGate;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The code that proves that whoever sets up an empty installation sits at the machine: 128 bits, in a file that only the
 * program's user may read, and on an attached terminal. Good for 60 minutes and one set-up, five tries a minute.
 */
@Component
class SetupCode {

    static final Duration LIFE = Duration.ofMinutes(60);
    private static final int TRIES_A_MINUTE = 5;
    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);

    private final SetupGate gate;
    private final Path data;
    private final Path file;
    private final Clock clock;
    private final Deque<Instant> tries = new ArrayDeque<>();
    private @Nullable String code;
    private Instant madeAt = Instant.EPOCH;

    SetupCode(SetupGate gate, @Value("${tindak.data}") Path data, Clock clock) {
        this.gate = gate;
        this.data = data;
        this.file = data.resolve("kode-pemasangan");
        this.clock = clock;
    }

    /** What became of a try. */
    enum Answer {
        RIGHT,
        WRONG,
        TOO_OFTEN,
        /** The code's time is over, or it was used: start the program again. */
        VOID
    }

    /** Makes a code when the installation still waits for its first administrator. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void make() {
        if (!gate.open()) {
            discard();
            return;
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String hex = HexFormat.of().formatHex(random);
        code = hex.replaceAll("(.{8})(?!$)", "$1-");
        madeAt = clock.instant();
        try {
            PrivateFiles.directory(data);
            PrivateFiles.write(file, (code + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say();
    }

    synchronized Answer check(String typed) {
        Instant now = clock.instant();
        String right = code;
        if (right == null || madeAt.plus(LIFE).isBefore(now)) return Answer.VOID;
        while (!tries.isEmpty() && tries.peekFirst().plus(Duration.ofMinutes(1)).isBefore(now)) tries.removeFirst();
        if (tries.size() >= TRIES_A_MINUTE) return Answer.TOO_OFTEN;
        if (MessageDigest.isEqual(bytes(right), bytes(typed))) return Answer.RIGHT;
        tries.addLast(now);
        return Answer.WRONG;
    }

    /** After the set-up: the code is worth nothing any more. */
    synchronized void discard() {
        code = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Kode pemasangan sudah tidak berlaku, tetapi berkasnya tidak dapat dihapus: {}", file);
        }
    }

    private void say() {
        Console console = System.console();
        // a log that somebody collects must not hold the code, a terminal that somebody looks at may
        if (console != null && console.isTerminal()) console.printf("%nKode pemasangan: %s (berlaku 60 menit)%n", code);
        LOG.info("Belum ada administrator. Buka /pemasangan; kodenya ada di berkas {}", file.toAbsolutePath());
    }

    /** Letter case, blanks and hyphens do not count. */
    private static byte[] bytes(String s) {
        return s.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
    }
}
