package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.FileClaims;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The agency's sign (lambang daerah) on its letterhead: a picture that was made anew from its pixels when it was sent. */
@Service
class Logos implements FileClaims {

    private static final String SETTING = "kop_lambang";

    private final Agencies agencies;
    private final Uploads uploads;
    private final AttachedFiles files;

    Logos(Agencies agencies, Uploads uploads, AttachedFiles files) {
        this.agencies = agencies;
        this.uploads = uploads;
        this.files = files;
    }

    /** The picture; null when the agency has none, or the store has lost it: a paper without it is still right. */
    byte @Nullable [] of(int agencyId) {
        String hash = agencies.settings(agencyId).text(SETTING);
        if (hash.isEmpty()) return null;
        try (InputStream in = files.find(agencyId, hash).orElse(null)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @return text key of what is wrong with the file; null when it is the sign from now on
     * @throws Uploads.Refused when it is damaged or too large
     */
    @Nullable
    String change(int agencyId, String name, InputStream in, long by) throws Uploads.Refused {
        StoredFile file = uploads.accept(agencyId, name, in, Uploads.Origin.OFFICER);
        if (!file.mediaType().startsWith("image/")) return "paper.logo.kind";
        agencies.set(agencyId, Map.of(SETTING, file.sha256()), by);
        return null;
    }

    void remove(int agencyId, long by) {
        agencies.set(agencyId, Map.of(SETTING, ""), by);
    }

    @Override
    public List<String> claimed(int agencyId, List<String> hashes) {
        String hash = agencies.settings(agencyId).text(SETTING);
        return hashes.contains(hash) ? List.of(hash) : List.of();
    }
}
