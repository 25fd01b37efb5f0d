package id.tindak.message;

import java.util.Optional;

/**
 * Files that go with a mail. They are made when the mail is sent, outside any transaction, by the module that knows how; declared here
 * because the sender asks for them.
 */
public interface Enclosures {

    /** A file as it goes along. */
    record Enclosure(String name, String mediaType, byte[] content) {}

    /**
     * @param what the word that the message names, e.g. {@code surat-jawaban}
     * @return empty when there is none of that kind
     */
    Optional<Enclosure> of(int agencyId, long complaintId, String what);
}
