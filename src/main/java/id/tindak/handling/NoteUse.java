package id.tindak.handling;

/**
 * Counts the answers that began as a note of the agency's library. Declared here because it belongs to the transaction of the answer;
 * kept where the notes are.
 */
public interface NoteUse {

    /** In the caller's transaction. */
    void used(int agencyId, long noteId);
}
