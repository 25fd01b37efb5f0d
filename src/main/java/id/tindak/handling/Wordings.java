package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.complaint.Event;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.Effect;
import id.tindak.sop.Step;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an answer gets its words: written by one, approved by another where the procedure says so, and from then on sent as approved or
 * sent back (SOP 001, row 5: "jawaban sesuai redaksi yang telah dirumuskan"). Also what is handed in beside a text.
 */
@Component
class Wordings {

    /** More is a plan, not an answer. */
    static final int MOST_PROMISES = 5;

    private final Conversations conversations;
    private final Recorder recorder;
    private final People people;

    Wordings(Conversations conversations, Recorder recorder, People people) {
        this.conversations = conversations;
        this.recorder = recorder;
        this.people = people;
    }

    /** The words that this branch has to send unchanged; null where its officer writes the answer, or none is sent. */
    @Nullable
    Message fixed(Case k, Step step, Branch branch) {
        if (!answersNow(k, step, branch) || k.approval().isEmpty()) return null;
        return conversations
                .last(k.complaint().agencyId(), k.complaint().id(), Message.Kind.WORDING)
                .orElse(null);
    }

    /** What is wrong with what was handed in beside the text. */
    Outcome.@Nullable Refused wrong(Case k, Step step, @Nullable Branch branch, boolean fixed, Alongside x) {
        if (!x.promises().isEmpty()
                && branch != null
                && (fixed || !k.fixesWording(branch) && !answersNow(k, step, branch)))
            return new Outcome.Refused("janji_1", "handling.noPromiseHere");
        if (x.promises().size() > MOST_PROMISES) return new Outcome.Refused("janji_1", "handling.tooManyPromises");
        LocalDate today = people.today(k.complaint().agencyId());
        for (int i = 0; i < x.promises().size(); i++)
            if (!Commitments.possible(x.promises().get(i).due(), today))
                return new Outcome.Refused("janji_tanggal_" + (i + 1), "handling.promiseDay");
        Alongside.Basis basis = x.basis();
        return basis != null && basis.day().isAfter(today)
                ? new Outcome.Refused("dasar_tanggal", "handling.basisDay")
                : null;
    }

    /**
     * Adds what was handed in beside the decision's text.
     *
     * @param branch null when the step's own actor lays its work before the signer
     * @param fixed the approved words that are sent; null when they were written here
     * @return the text that names the basis, for its pictures; null without one
     */
    @Nullable
    Message along(Transition t, Case k, Assignment a, @Nullable Branch branch, @Nullable Message fixed, Alongside x) {
        boolean answers = branch != null && answersNow(k, k.step(a), branch);
        if (answers && fixed != null) tellApproved(t, k);
        x.promises().forEach(p -> promise(t, k, a, p, answers));
        if (branch != null && (answers && fixed == null || k.fixesWording(branch))) number(t, k, a);
        if (!x.note().isBlank()) {
            Message note = t.say(Message.Audience.OFFICE, Message.Kind.NOTE, x.note());
            t.add(Event.of(
                    Event.Kind.NOTE, t.officer(), "message", Long.toString(note.id()), "text", note.fingerprint()));
        }
        Alongside.Basis basis = x.basis();
        if (basis == null) return null;
        String words = basis.said().isBlank() ? basis.from() : basis.from() + "\n" + basis.said();
        Message cited = t.say(Message.Audience.OFFICE, Message.Kind.BASIS, words);
        t.add(Event.of(
                Event.Kind.BASIS_CITED,
                t.officer(),
                "assignment",
                Long.toString(a.id()),
                "basis",
                basis.kind().name(),
                "day",
                basis.day().toString(),
                "message",
                Long.toString(cited.id()),
                "text",
                cited.fingerprint()));
        return cited;
    }

    /** Whether this way out of the step sends the answer; a step that was returned and answered before sends none again. */
    static boolean answersNow(Case k, Step step, Branch branch) {
        return step.answers() && !branch.reasonRequired() && !k.answered();
    }

    private static void promise(Transition t, Case k, Assignment a, Alongside.Promised p, boolean told) {
        Message m =
                t.say(told ? Message.Audience.REPORTER : Message.Audience.OFFICE, Message.Kind.COMMITMENT, p.what());
        Commitment c = new Commitment(
                Ids.next(t.now()),
                a.id(),
                m.id(),
                p.what(),
                p.unitId() == null ? k.handling().targetUnitId() : p.unitId(),
                p.responsible(),
                p.due(),
                p.due(),
                0,
                officer(t),
                t.now(),
                told ? t.now() : null,
                null,
                null);
        t.put(c);
        if (told) t.add(made(t, c, m));
    }

    /** What the signer approved together with the words goes out with them. */
    private static void tellApproved(Transition t, Case k) {
        for (Commitment c : k.approvedCommitments()) {
            Message m = t.say(Message.Audience.REPORTER, Message.Kind.COMMITMENT, c.what());
            Commitment told = c.told(m.id(), t.now());
            t.put(told);
            t.add(made(t, told, m));
        }
    }

    private static Event made(Transition t, Commitment c, Message m) {
        return Event.of(
                Event.Kind.COMMITMENT_MADE,
                t.officer(),
                Commitments.facts(c, m, "due", c.due().toString(), "unit", String.valueOf(c.unitId())));
    }

    private static long officer(Transition t) {
        Long officer = t.officer();
        if (officer == null) throw new IllegalStateException("only officers promise anything");
        return officer;
    }

    /** The letter gets its number when its words stand, unless a step of the procedure gives it, or the agency numbers no letters here. */
    private void number(Transition t, Case k, Assignment a) {
        recorder.letters(k.complaint().agencyId())
                .filter(book -> k.sop().steps().stream()
                        .flatMap(s -> s.effects().stream())
                        .noneMatch(e ->
                                e.word().equals(Effect.REGISTER) && e.argument().equals(book)))
                .ifPresent(book -> t.record(book, a.step()));
    }
}
