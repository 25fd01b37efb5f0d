package id.tindak.handling;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Correction;
import id.tindak.complaint.Event;
import java.util.List;
import java.util.Optional;

/**
 * Enters cases into the agency's books, as a step's {@code catat} asks. Declared here because the engine has to take numbers last
 * (RULES.md, Numbers); kept where the books are.
 */
public interface Recorder {

    /** Whether the agency has a book that goes by this word. */
    boolean knows(int agencyId, String book);

    /** The book from which every letter of answer takes its number; empty when the agency does not keep one here, however many a step asks for. */
    Optional<String> letters(int agencyId);

    /**
     * Enters the case into the books that the transition names, in the caller's transaction, in the order of the books' names. A step
     * that is done again, after a colleague returned the case, has its number already.
     *
     * @return what is to be linked into the case's chain: book and number, nothing personal
     */
    List<Event> record(Transition transition);

    /**
     * The same correction in what the books say of the case, each old value kept, in the caller's transaction.
     *
     * @return what is to be linked into the case's chain
     */
    List<Event> corrected(Complaint c, Correction correction, String reason);
}
