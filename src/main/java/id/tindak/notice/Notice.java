package id.tindak.notice;

import org.jspecify.annotations.Nullable;

/**
 * Something an officer is to hear of a case; ids and a code, nothing of the complaint.
 *
 * @param assignmentId the work it is about; null for a notice that the SOP asks for and that is nobody's work
 * @param copied the officer only gets to know (tembusan)
 */
public record Notice(
        long id, long officerId, long complaintId, @Nullable Long assignmentId, Kind kind, boolean copied) {

    public enum Kind {
        /** The SOP's {@code kabari}: no officer can switch it off. */
        TOLD,
        /** Work has come to a role or a person. */
        NEW,
        /** The time limit comes near, is here, has passed. */
        BEFORE,
        DUE,
        LATE,
        /** A person reminds. */
        ASKED;

        /** Whether it asks to do something soon, politely and in the coordinator's name. */
        public boolean reminds() {
            return this != TOLD && this != NEW;
        }
    }
}
