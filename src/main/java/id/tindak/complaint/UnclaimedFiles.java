package id.tindak.complaint;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Removes files that were sent but never became an attachment: of a form that had a fault and was not sent again. */
@Component
class UnclaimedFiles {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 500;

    private final FileStore files;
    private final List<FileClaims> claims;
    private final Agencies agencies;
    private final Clock clock;

    UnclaimedFiles(FileStore files, List<FileClaims> claims, Agencies agencies, Clock clock) {
        this.files = files;
        this.claims = claims;
        this.agencies = agencies;
        this.clock = clock;
    }

    void sweep() {
        Instant before = clock.instant().minus(KEPT);
        for (Agency agency : agencies.all()) {
            List<String> old = files.olderThan(agency.id(), before);
            for (int i = 0; i < old.size(); i += AT_ONCE)
                sweep(agency.id(), old.subList(i, Math.min(old.size(), i + AT_ONCE)), before);
        }
    }

    private void sweep(int agencyId, List<String> old, Instant before) {
        Set<String> claimed = new HashSet<>();
        claims.forEach(c -> claimed.addAll(c.claimed(agencyId, old)));
        old.stream().filter(hash -> !claimed.contains(hash)).forEach(hash -> files.remove(agencyId, hash, before));
    }
}
