package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.message.Message;
import id.tindak.sop.Sop;
import java.time.Instant;
import java.util.List;

/**
 * One version of an answer's words, for officers: a draft handed to whoever approves it, what was approved, what was sent.
 *
 * @param what which of the three
 */
public record WordingView(String what, String who, Instant at, String body, boolean sent) {

    /** Oldest first; empty where nobody approves answers before they are sent. */
    static List<WordingView> of(Page page, CaseFile file, EventWords words) {
        List<Message> all =
                file.messages().stream().filter(m -> version(file, m)).toList();
        boolean approved = all.stream().anyMatch(m -> m.kind() != Message.Kind.ANSWER);
        return approved ? all.stream().map(m -> view(page, words, m)).toList() : List.of();
    }

    private static WordingView view(Page page, EventWords words, Message m) {
        Long by = m.officerId();
        return new WordingView(
                page.t("desk.wording." + m.kind().name()),
                by == null ? "" : words.officer(by),
                m.at(),
                m.body().isEmpty() ? page.t("desk.erased") : m.body(),
                m.kind() == Message.Kind.ANSWER);
    }

    private static boolean version(CaseFile file, Message m) {
        return switch (m.kind()) {
            case WORDING, ANSWER -> true;
            case RESULT -> draft(file, m);
            default -> false;
        };
    }

    /** A result that was handed to whoever approves the wording. */
    private static boolean draft(CaseFile file, Message m) {
        Case k = file.k();
        String id = Long.toString(m.id());
        String work = file.events().stream()
                .filter(e -> id.equals(e.facts().get("message")))
                .map(e -> e.facts().getOrDefault("assignment", ""))
                .findFirst()
                .orElse("");
        return k.assignments().stream()
                .filter(a -> Long.toString(a.id()).equals(work))
                .anyMatch(a -> k.signer(a).isPresent() || approvedNext(k, a));
    }

    /** Whether the step after this work approves what was written there. */
    private static boolean approvedNext(Case k, Assignment a) {
        return k.taken(a)
                .filter(b -> !Sop.isEnd(b.target()))
                .filter(b -> k.sop().step(b.target()).branches().stream()
                        .anyMatch(next -> next.signer() == null && k.fixesWording(next)))
                .isPresent();
    }
}
