package id.tindak.complaint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The bytes of attachments and of the program's own papers, for pages that have decided that somebody may read them. */
@Service
public class AttachedFiles {

    private final FileStore files;

    AttachedFiles(FileStore files) {
        this.files = files;
    }

    /** Keeps a file that the program made itself; its hash. Somebody has to claim it, see {@link FileClaims}. */
    public String keep(int agencyId, byte[] content) {
        return files.put(agencyId, content);
    }

    /** The content, for the caller to close; empty when the store has lost it. */
    public Optional<InputStream> find(int agencyId, String sha256) {
        return files.open(agencyId, sha256);
    }

    /**
     * The content, for the caller to close.
     *
     * @throws FileNotFoundException when the store has lost it
     */
    public InputStream open(int agencyId, StoredFile file) throws IOException {
        return files.open(agencyId, file.sha256())
                .orElseThrow(() -> new FileNotFoundException("attachment " + file.sha256() + " is not in the store"));
    }
}
