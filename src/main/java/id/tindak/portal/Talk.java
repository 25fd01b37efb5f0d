package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.complaint.Attachment;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Queue;
import id.tindak.message.Message;
import id.tindak.message.PhoneCall;
import id.tindak.sop.Branch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conversation of a case with what happened in between, for its reporter: who acted is a role, never a name. */
public final class Talk {

    public enum By {
        REPORTER,
        OFFICE,
        /** Something that happened: one line, no text of anybody. */
        EVENT
    }

    /** @param kind what the text is ("jawaban resmi"), empty for an ordinary one */
    public record Entry(By by, String who, String kind, Instant at, String body, List<Attachment> files) {}

    private final Page page;
    private final CaseFile file;

    private Talk(Page page, CaseFile file) {
        this.page = page;
        this.file = file;
    }

    /** Oldest first. */
    static List<Entry> of(Page page, CaseFile file) {
        Talk talk = new Talk(page, file);
        List<Entry> all = new ArrayList<>();
        file.messages().stream()
                .filter(m -> m.kind() != Message.Kind.COMMITMENT) // they stand with the answer
                .forEach(m -> all.add(talk.entry(m)));
        file.calls().forEach(c -> all.add(talk.called(c)));
        file.k().assignments().forEach(a -> {
            Entry happened = talk.happened(a);
            if (happened != null) all.add(happened);
        });
        all.sort(Comparator.comparing(Entry::at)); // stable: the text of a step stands before what it led to
        return List.copyOf(all);
    }

    static @Nullable Entry answer(Page page, CaseFile file) {
        Talk talk = new Talk(page, file);
        return file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.ANSWER)
                .reduce((first, second) -> second)
                .map(talk::entry)
                .orElse(null);
    }

    /** Why the office sent the case back to the reporter. */
    static @Nullable Entry reason(Page page, CaseFile file) {
        Talk talk = new Talk(page, file);
        return file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.REASON)
                .reduce((first, second) -> second)
                .map(talk::entry)
                .orElse(null);
    }

    private Entry entry(Message m) {
        boolean reporter = m.author() == Message.Author.REPORTER;
        String who = reporter ? page.t("portal.talk.you") : author(m);
        List<Attachment> files =
                file.attachments().stream().filter(a -> a.messageId() == m.id()).toList();
        String kind = page.t("portal.talk." + m.kind().name().toLowerCase(Locale.ROOT));
        return new Entry(reporter ? By.REPORTER : By.OFFICE, who, kind, m.at(), m.body(), files);
    }

    /** The role in which an officer wrote: that of the step done with this text, else of one that the officer held; else the agency. */
    private String author(Message m) {
        List<Assignment> all = file.k().assignments();
        return all.stream()
                .filter(a -> Objects.equals(a.doneBy(), m.officerId()) && m.at().equals(a.doneAt()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(a -> Objects.equals(a.doneBy(), m.officerId())
                                || Objects.equals(a.officerId(), m.officerId()))
                        .findFirst())
                .map(file::roleName)
                .orElse(page.brand().name());
    }

    /** That somebody spoke, and when; not what the office wrote down of it, nor with whom else. */
    private Entry called(PhoneCall c) {
        String whom = c.with().isEmpty() ? "portal.talk.call." : "portal.talk.call-about.";
        return new Entry(
                By.EVENT,
                page.brand().name(),
                "",
                c.at(),
                page.t(whom + c.direction().name()),
                List.of());
    }

    private @Nullable Entry happened(Assignment a) {
        Instant at = a.doneAt();
        if (at == null || a.doneBy() == null || a.queue().equals(Queue.REPORTER) || a.nextStep() == null) return null;
        String title = file.k().step(a).title();
        String sentence = CasePath.returned(file.k(), a)
                ? page.t("portal.talk.returned", title)
                : page.t("portal.talk.done", title, label(a));
        return new Entry(By.EVENT, file.roleName(a), "", at, sentence, List.of());
    }

    /** ": Lengkap" after a decision; nothing after a step with one way on. */
    private String label(Assignment a) {
        List<Branch> branches = file.k().step(a).branches();
        String outcome = String.valueOf(a.outcome());
        if (!outcome.matches("\\d{1,3}") || Integer.parseInt(outcome) >= branches.size()) return "";
        String label = branches.get(Integer.parseInt(outcome)).label();
        return label.isEmpty() ? "" : ": " + label;
    }
}
