package id.tindak.intake;

import id.tindak.base.web.FormTokens;
import id.tindak.complaint.Complaint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signed, dated proofs that a browser may see one complaint: that it just filed it, or has shown number and code. Nothing is stored; a code that was replaced ends the proofs made with it.
 */
@Component
public class Proofs {

    /** What a proof opens. */
    public enum Of {
        /** The receipt, which shows the secret code. */
        RECEIPT(Duration.ofMinutes(30)),
        /** The receipt of a complaint that an officer entered: the code is on the part that is folded away. */
        COUNTER(Duration.ofMinutes(30)),
        /** The tracking page. */
        TRACKING(Duration.ofHours(2));

        private final Duration life;

        Of(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    private final FormTokens tokens;
    private final Clock clock;

    Proofs(FormTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public String make(Of what, Complaint c) {
        long until = clock.instant().plus(what.life()).getEpochSecond();
        return tokens.sign(what.name(), c.agencyId() + " " + c.id() + " " + c.codeRotation() + " " + until);
    }

    /** The complaint that the proof names, for this agency and while it holds; null otherwise. */
    public @Nullable Long complaint(Of what, int agencyId, @Nullable String proof) {
        String[] parts = parts(what, proof);
        return parts != null && parts[0].equals(Integer.toString(agencyId)) ? Long.valueOf(parts[1]) : null;
    }

    /** Whether the proof is for this very complaint and its present code. */
    public boolean opens(Of what, Complaint c, @Nullable String proof) {
        String[] parts = parts(what, proof);
        return parts != null
                && parts[0].equals(Integer.toString(c.agencyId()))
                && parts[1].equals(Long.toString(c.id()))
                && parts[2].equals(Integer.toString(c.codeRotation()));
    }

    private String @Nullable [] parts(Of what, @Nullable String proof) {
        String text = tokens.open(what.name(), proof);
        if (text == null) return null;
        String[] parts = text.split(" ");
        return parts.length == 4 && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[3])))
                ? parts
                : null;
    }
}
