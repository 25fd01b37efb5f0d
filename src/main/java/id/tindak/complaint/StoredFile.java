package id.tindak.complaint;

/**
 * A file that lies in the {@link FileStore}, checked and made durable before the complaint that names it commits.
 *
 * @param name as the sender called it, cleaned; for people only, never a path
 * @param mediaType sniffed from the content, not what the sender claimed
 * @param size bytes
 * @param sha256 hexadecimal hash of the content; its address in the store
 */
public record StoredFile(String name, String mediaType, long size, String sha256) {

    /** Whether there is something to be heard. */
    public boolean sound() {
        return mediaType.startsWith("audio/");
    }
}
