package id.tindak.handling;

/** Who keeps the numbers that another system gave to our complaints. An officer may have written one down wrongly. */
public interface OutsideNumbers {

    /** Whether that number could not be this complaint's: it belongs to another case, or is none. */
    boolean refused(int agencyId, long complaintId, String number);

    /** From now on it is this one. Part of the transaction that corrects it. */
    void corrected(int agencyId, long complaintId, String number);
}
