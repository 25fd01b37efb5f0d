package id.tindak.complaint;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of attachments lie: outside the database, by their hash, apart for each agency (RULES.md, Files). What is stored is never
 * changed; who may read it is decided by the complaint that names it.
 */
public interface FileStore {

    /**
     * Keeps the content; when this returns it survives a power cut, so the caller may commit a row that names it.
     *
     * @return SHA-256 of the content, hexadecimal: its address
     * @throws java.io.UncheckedIOException when the disk does not take it
     */
    String put(int agencyId, byte[] content);

    /** The content, for the caller to close; empty when this agency has none with that hash. */
    Optional<InputStream> open(int agencyId, String sha256);

    /** Files of an agency that were stored (or stored again) before that time. */
    List<String> olderThan(int agencyId, Instant time);

    /** Removes a file unless it was stored again since that time. */
    void remove(int agencyId, String sha256, Instant unlessStoredSince);
}
