package id.tindak.complaint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** The bytes of attachments, for pages that have decided that somebody may read them. */
@Service
public class AttachedFiles {

    private final FileStore files;

    AttachedFiles(FileStore files) {
        this.files = files;
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
