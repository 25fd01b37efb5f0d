package id.tindak.solution;

import id.tindak.agency.Category;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.complaint.PersonalWords;
import id.tindak.complaint.Reporter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an officer typed for a note; what is wrong is noted at its field. */
final class SolutionForm {

    static final int LONGEST_QUESTION = 300;
    static final int LONGEST_ANSWER = 6000;
    static final int LONGEST_BASIS = 1000;

    private static final String PERSONAL = "solution.personal";
    private static final List<String> TEXTS = List.of("pertanyaan", "jawaban", "dasar");

    private SolutionForm() {}

    /**
     * @param reporter of the case that the note grows out of: nothing of this person may stand in it
     * @return null when something was wrong
     */
    static SolutionNote.@Nullable Text parse(
            Form form, List<Category> categories, LocalDate today, @Nullable Reporter reporter) {
        String question = form.line("pertanyaan", LONGEST_QUESTION);
        String answer = form.text("jawaban", LONGEST_ANSWER);
        String basis = form.text("dasar", LONGEST_BASIS);
        String category = form.one("kategori");
        LocalDate until = DateField.read(form, "berlaku", true);
        if (question.isEmpty()) form.wrong("pertanyaan", "solution.questionMissing");
        if (answer.isEmpty()) form.wrong("jawaban", "solution.answerMissing");
        if (category != null && categories.stream().noneMatch(c -> c.code().equals(category)))
            form.wrong("kategori", "solution.categoryUnknown");
        if (until != null && until.isBefore(today)) form.wrong("berlaku", "solution.untilPast");
        if (reporter != null) personal(form, reporter);
        return form.ok() ? new SolutionNote.Text(question, answer, basis, category, until) : null;
    }

    private static void personal(Form form, Reporter reporter) {
        for (String field : TEXTS) {
            Set<String> found = PersonalWords.in(reporter, form.value(field), !form.checked("bukan_nama"));
            if (!found.isEmpty()) form.wrong(field, PERSONAL, String.join(", ", found));
        }
    }

    /** Whether a word was pointed out that may be no name at all, or was said to be none. */
    static boolean doubtful(Form form) {
        return form.checked("bukan_nama")
                || form.errors().values().stream().anyMatch(f -> f.key().equals(PERSONAL));
    }

    /** A form that shows a note as it stands. */
    static Form of(SolutionNote n) {
        LocalDate until = n.text().validUntil();
        String category = n.text().category();
        return Form.of(Map.of(
                "pertanyaan", List.of(n.text().question()),
                "jawaban", List.of(n.text().answer()),
                "dasar", List.of(n.text().basis()),
                "kategori", List.of(category == null ? "" : category),
                "berlaku", List.of(until == null ? "" : until.toString())));
    }
}
