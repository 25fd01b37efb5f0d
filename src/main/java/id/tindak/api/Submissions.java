package id.tindak.api;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasable;
import id.tindak.complaint.NewComplaint;
import id.tindak.handling.Sops;
import id.tindak.intake.Intake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What programs file: through the one door, remembered with the program and the place as it told it. A program that says the same once more within ten minutes, because the answer did not reach it,
 * gets the complaint that it made before (docs/keputusan/0023).
 */
@Service
public class Submissions implements Erasable {

    /** The channel of programs, where the SOP lists it. */
    private static final String CHANNEL = "aplikasi";

    private static final Duration SAME = Duration.ofMinutes(10);

    private final SubmissionStore store;
    private final Intake intake;
    private final Complaints complaints;
    private final Sops sops;
    private final Clock clock;

    Submissions(SubmissionStore store, Intake intake, Complaints complaints, Sops sops, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.complaints = complaints;
        this.sops = sops;
        this.clock = clock;
    }

    /**
     * What a program said, as it is recognised again.
     *
     * @param once name that the program gave this submission; empty where it gave none
     */
    public record Said(Client client, byte[] digest, String once) {

        /** @param said everything that makes one submission differ from another */
        public static Said of(Client client, List<String> said) {
            return new Said(client, hash(said), "");
        }

        Said named(String name) {
            return new Said(client, digest, name);
        }

        private String key(long slot) {
            String own = once.isEmpty() ? text(digest) + ":" + slot : "k:" + text(hash(List.of(once)));
            return "api:" + client.id() + ":" + own;
        }

        private static byte[] hash(List<String> said) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                for (String part : said) {
                    sha.update(part.getBytes(StandardCharsets.UTF_8));
                    sha.update((byte) 0);
                }
                return sha.digest();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static String text(byte[] hash) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        }
    }

    /** The channel under which the procedure takes what programs file. */
    public String channel(int agencyId) {
        return sops.inForce(agencyId).orElseThrow().sop().channel(CHANNEL, "web");
    }

    /** The complaint that the same words made a few minutes ago, or whenever it was under the same name. */
    public Optional<Complaint> repeated(Said said) {
        Instant now = clock.instant();
        int agencyId = said.client().agencyId();
        if (!said.once().isEmpty()) return complaints.bySubmission(agencyId, said.key(0));
        return complaints
                .bySubmission(agencyId, said.key(slot(now)))
                .or(() -> complaints
                        .bySubmission(agencyId, said.key(slot(now) - 1))
                        .filter(c -> c.receivedAt().isAfter(now.minus(SAME))));
    }

    /** Whether other words came under this name before. */
    boolean contradicts(Complaint filed, Said said) {
        return store.digest(filed.agencyId(), filed.id())
                .filter(before -> MessageDigest.isEqual(before, said.digest()))
                .isEmpty();
    }

    /** Files it; two at the same moment that say the same are one. */
    public Complaint file(Said said, Place place, NewComplaint.Draft draft) {
        Client client = said.client();
        NewComplaint n = draft.submission(said.key(slot(clock.instant()))).done();
        return intake.accept(
                client.agencyId(),
                n,
                filed -> store.insert(client.agencyId(), filed.id(), client.id(), place, said.digest()));
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.erase(agencyId, complaintId);
    }

    private static long slot(Instant at) {
        return at.getEpochSecond() / SAME.toSeconds();
    }
}
