package id.tindak.channel;

import java.util.List;

/** A citizen with a means of his own to write to an agency, where he is answered too: a telephone on some network, a mailbox. */
public interface Correspondent extends AutoCloseable {

    /** The number or address by which the agency knows him. */
    String address();

    /** He writes; it is read, and what there is to answer is staged. */
    void says(String text);

    /** What came to him so far, oldest first. */
    List<String> heard();

    @Override
    default void close() {}
}
