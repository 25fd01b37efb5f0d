package id.tindak.desk;

import id.tindak.base.web.Signed;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.PersonalWords;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.CaseLines;
import id.tindak.handling.TextSource;
import id.tindak.message.Message;
import id.tindak.solution.SolutionNote;
import id.tindak.solution.SolutionNotes;
import id.tindak.sop.Branch;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fitting notes of the library and answers to similar complaints, for the officer whose step answers or may answer at once. */
@Component
class ReadyAnswers {

    /** The book and the paper of that name belong to the step that prepares an answer (SOP 001, row 4). */
    private static final String NOTE_BOOK = "catatan-solusi";

    private final SolutionNotes notes;
    private final CaseFiles files;

    ReadyAnswers(SolutionNotes notes, CaseFiles files) {
        this.notes = notes;
        this.files = files;
    }

    /** Null where this officer has no step at hand that answers. */
    @Nullable
    ReadyCard card(CaseFile file, CaseLines.Beside beside) {
        Assignment decide = file.sight().decide();
        if (decide == null || file.sight().behalf() != null) return null;
        String place = place(file, decide);
        if (place == null) return null;
        Complaint c = file.k().complaint();
        List<SolutionNote> fitting = notes.fitting(c.agencyId(), c.title(), c.category());
        return new ReadyCard("formulir-cabang-" + place, fitting, beside.answered());
    }

    /** The text of an answer that lies ready, without the data of the person it was given to; empty when it may no longer be used. */
    Optional<String> text(Signed me, @Nullable TextSource source) {
        if (source == null) return Optional.empty();
        return switch (source.kind()) {
            case CATATAN ->
                notes.valid(me.agencyId(), source.id()).map(n -> n.text().answer());
            case ADUAN ->
                earlier(me, source).flatMap(f -> f.answer().map(a -> PersonalWords.without(f.k().reporter(), a)));
        };
    }

    /** What a form says its text began as; null when there is no such note or case for this officer. */
    @Nullable
    TextSource checked(Signed me, String word) {
        TextSource source = TextSource.parse(word);
        if (source == null) return null;
        boolean known = switch (source.kind()) {
            case CATATAN -> notes.known(me.agencyId(), source.id());
            case ADUAN -> earlier(me, source).isPresent();
        };
        return known ? source : null;
    }

    /** What is typed, with the ready answer below it; alone where nothing was typed yet but what the form began with. */
    String joined(Signed me, CaseFile file, String typed, String begun, String ready) {
        boolean untouched = typed.isBlank()
                || file.messages().stream()
                        .anyMatch(
                                m -> m.kind() == Message.Kind.RESULT && m.body().equals(typed))
                || text(me, TextSource.parse(begun)).filter(typed::equals).isPresent();
        if (untouched) return ready;
        return typed.contains(ready) ? typed : typed + "\n\n" + ready;
    }

    private Optional<CaseFile> earlier(Signed me, TextSource source) {
        return files.forOfficer(me.agencyId(), me.officerId(), me.auditor(), source.ref())
                .filter(f -> !f.k().complaint().confidential());
    }

    /**
     * The form of the step into which an answer goes: a branch's index or the word for laying it before the signer; null when none does,
     * or when the words are approved already.
     */
    private static @Nullable String place(CaseFile file, Assignment a) {
        Case k = file.k();
        if (k.answered()) return null;
        Step step = k.step(a);
        if (k.signer(a).isPresent())
            return step.effects().stream()
                            .anyMatch(e -> e.word().equals(Effect.REGISTER)
                                    && e.argument().equals(NOTE_BOOK))
                    ? StepPanel.SUBMISSION
                    : null;
        for (Branch b : k.branches(a))
            if (answers(k, step, b) && file.fixed(step, b).isEmpty())
                return Integer.toString(step.branches().indexOf(b));
        return null;
    }

    /** The step answers, the branch says that the answer lies ready, or it leads the same role to the step that answers (Mojokerto, A1 to A4). */
    private static boolean answers(Case k, Step step, Branch b) {
        if (b.reasonRequired()) return false;
        if (step.answers() || b.fills().contains(Branch.NOTE)) return true;
        if (Sop.isEnd(b.target()) || step.branches().size() == 1) return false;
        Step next = k.sop().step(b.target());
        return next.answers() && next.actor().equals(step.actor());
    }
}
