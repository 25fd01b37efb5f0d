package id.tindak.solution;

import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One note with the names behind its ids.
 *
 * @param category name; empty when it has none
 */
public record NoteView(SolutionNote note, SolutionNote.State state, String category, Map<Long, Officer> people) {

    static NoteView of(SolutionNote n, LocalDate today, List<Category> categories, Map<Long, Officer> people) {
        String name = categories.stream()
                .filter(c -> c.code().equals(n.text().category()))
                .map(Category::name)
                .findFirst()
                .orElse("");
        return new NoteView(n, n.state(today), name, people);
    }

    public String path() {
        return "/catatan-solusi/" + note.id();
    }

    public String person(long id) {
        Officer o = people.get(id);
        return o == null ? Long.toString(id) : o.name();
    }

    /** Mark of the state. */
    public String css() {
        return switch (state) {
            case BERLAKU -> "cap daun";
            case MENUNGGU -> "cap soga";
            case KEDALUWARSA, DITARIK -> "cap kudu";
        };
    }
}
