package id.tindak.complaint;

/** Who keeps personal data of cases outside the case's own tables. When a reporter is erased, every bean of this kind forgets its share. */
public interface Erasable {

    /** Whether the case is still being worked on, so that its data cannot go yet. */
    default boolean needed(int agencyId, long complaintId) {
        return false;
    }

    /** Forgets what is personal, in the caller's transaction. */
    void erase(int agencyId, long complaintId);
}
