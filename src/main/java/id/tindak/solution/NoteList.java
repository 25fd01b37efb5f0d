package id.tindak.solution;

import id.tindak.base.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library as its page lists it.
 *
 * @param state which notes
 * @param next address of the older notes; null on the last page
 * @param writes whether this person may write notes
 */
public record NoteList(
        SolutionNote.State state,
        Form form,
        List<NoteView> notes,
        @Nullable String next,
        boolean writes) {

    public boolean searched() {
        return !form.value("cari").isEmpty();
    }
}
