package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.RefusalGround;
import id.tindak.handling.Transfer;
import id.tindak.message.Message;
import id.tindak.sop.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an officer may do with a case beyond the branches of its procedure: judge a colleague's refusal, hand an allegation over, give it back to the procedure, record
 * what an outside body answered.
 *
 * @param confirm null when nothing waits for this officer's confirmation
 * @param overseers roles that examine abuse of power, key to name; empty when this officer may not hand it over
 * @param officers who may be named as accused, id to name
 * @param release the work beside the procedure that may be given back to it; null when there is none
 * @param awaited outside bodies that owe an answer
 */
public record Beyond(
        @Nullable Confirm confirm,
        Map<String, String> overseers,
        Map<String, String> officers,
        @Nullable Assignment release,
        List<Transfer> awaited) {

    /** A refusal as it was proposed. */
    public record Confirm(Assignment work, String by, String ground, String reason) {}

    /** @param grounds of today */
    static Beyond of(
            Page page,
            CaseFile file,
            List<RefusalGround> grounds,
            Map<String, String> overseers,
            Map<String, String> officers) {
        Case k = file.k();
        Assignment decide = file.sight().decide();
        boolean acts = file.sight().acts();
        boolean hands = acts && k.handling().open() && k.open().stream().noneMatch(a -> Standing.oversees(a.step()));
        return new Beyond(
                decide == null ? null : confirm(page, file, decide, grounds),
                hands ? overseers : Map.of(),
                hands ? officers : Map.of(),
                decide != null
                                && Standing.is(decide.step())
                                && k.proposal(decide).isEmpty()
                        ? decide
                        : null,
                acts ? k.transfers().stream().filter(Transfer::awaited).toList() : List.of());
    }

    private static @Nullable Confirm confirm(Page page, CaseFile file, Assignment a, List<RefusalGround> grounds) {
        return file.k()
                .proposal(a)
                .map(p -> new Confirm(
                        a,
                        file.personName(p.by()),
                        grounds.stream()
                                .filter(g -> g.code().equals(p.ground()))
                                .findFirst()
                                .map(RefusalGround::name)
                                .orElse(p.ground()),
                        file.messages().stream()
                                .filter(m -> m.kind() == Message.Kind.REASON && m.at().equals(p.at()))
                                .reduce((first, second) -> second)
                                .map(Message::body)
                                .orElse("")))
                .orElse(null);
    }
}
