package id.tindak.handling;

import id.tindak.complaint.StoredFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer hands in with a decision beside its text.
 *
 * @param note for the office alone, where the text itself goes to the reporter; may be empty
 * @param promises what the answer promises beyond itself
 * @param basis on whose word the officer decided; null when nobody's is named
 * @param source what the text began as, where it was taken from a note or an earlier case
 */
public record Alongside(
        String note,
        List<Promised> promises,
        @Nullable Basis basis,
        @Nullable TextSource source) {

    public static final Alongside NOTHING = new Alongside("", List.of(), null);

    /** Beside a text that the officer wrote. */
    public Alongside(String note, List<Promised> promises, @Nullable Basis basis) {
        this(note, promises, basis, null);
    }

    /** The same with a text that began as another. */
    public Alongside from(@Nullable TextSource taken) {
        return new Alongside(note, promises, basis, taken);
    }

    /** @see Commitment */
    public record Promised(String what, @Nullable Long unitId, String responsible, LocalDate due) {}

    /**
     * An order that came by mouth or by telephone (desk practice: the head of an office answers by WhatsApp).
     *
     * @param from who gave it
     * @param said in which words; may be empty where a picture says it
     */
    public record Basis(Kind kind, LocalDate day, String from, String said, List<StoredFile> files) {}

    public enum Kind {
        LISAN,
        WHATSAPP,
        RAPAT
    }
}
