package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Attachment;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.handling.TextSource;
import id.tindak.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said and what happened, in one row of time: a text stands with the event that it came with. */
public final class Timeline {

    /** Said by the steps before and after them, or beside what they are about. */
    private static final Set<String> QUIET = Set.of("STEP_OPENED", "STEP_AUTOMATIC", "TEXT_CORRECTED", "TRANSCRIBED");

    /** What old telephones record; no browser plays it. */
    private static final String UNPLAYED = "audio/amr";

    private final Page page;
    private final CaseFile file;
    private final EventWords words;
    private final String reporter;

    Timeline(Page page, CaseFile file, EventWords words, String reporter) {
        this.page = page;
        this.file = file;
        this.words = words;
        this.reporter = reporter;
    }

    /**
     * @param body empty where nothing was written
     * @param official written by the office
     * @param internal the reporter does not see it
     * @param origin address of the note that the text began as; null when there is none
     * @param sent how it went out to the reporter; null where it did not
     * @param used "24 menit dari 15 menit" where a step ended
     * @param understood transcripts and translations of the words
     * @param call that it was said on the telephone, and with whom; empty for what was written
     */
    public record Entry(
            String who,
            String what,
            @Nullable String origin,
            Instant at,
            String body,
            boolean official,
            boolean internal,
            @Nullable String used,
            boolean late,
            List<FileLink> files,
            @Nullable SendingLine sent,
            String call,
            Understood understood) {}

    /**
     * @param plays whether browsers play it
     * @param understood transcripts of a sound
     */
    public record FileLink(String url, String name, String size, String sha256, boolean plays, Understood understood) {}

    List<Entry> entries() {
        Map<Long, Message> unsaid = new HashMap<>();
        for (Message m : file.messages()) if (m.kind() != Message.Kind.TRANSCRIPT && visible(m)) unsaid.put(m.id(), m);
        List<Entry> entries = new ArrayList<>();
        for (Chain e : file.events()) {
            Message m = unsaid.remove(Long.parseLong(e.facts().getOrDefault("message", "0")));
            if (m != null || !QUIET.contains(e.kind())) entries.add(entry(e, m));
            if (e.kind().equals("RECEIVED"))
                file.messages().stream()
                        .filter(x -> x.kind() == Message.Kind.PURPOSE || x.kind() == Message.Kind.ACCUSED)
                        .filter(x -> unsaid.remove(x.id()) != null)
                        .forEach(x -> entries.add(said(x)));
        }
        file.messages().stream().filter(x -> unsaid.containsKey(x.id())).forEach(x -> entries.add(said(x)));
        return entries;
    }

    /** Who is complained of is for those who hold the case. */
    private boolean visible(Message m) {
        return m.kind() != Message.Kind.ACCUSED
                || file.sight().decide() != null
                || file.sight().take() != null;
    }

    private Entry entry(Chain e, @Nullable Message m) {
        Assignment a = step(e);
        TimeStandard standard = a == null ? null : a.timeStandard();
        String used = a == null || standard == null
                ? null
                : page.t(
                        "desk.path.used",
                        ClockView.words(page).duration(file.k().used(a, page.now())),
                        ClockView.words(page).standard(standard));
        boolean late = a != null && a.remaining() != null && a.remaining().isNegative();
        return new Entry(
                words.who(e),
                words.what(e),
                origin(e),
                e.at(),
                m == null ? "" : body(m),
                m != null && m.author() == Message.Author.OFFICER,
                m != null && m.audience() == Message.Audience.OFFICE,
                used,
                late,
                m == null ? List.of() : files(m),
                m == null ? null : SendingLine.of(page, file, m.id()),
                m == null ? "" : call(m),
                m == null ? Understood.NOTHING : Understood.of(page, file, words, m, null));
    }

    private Entry said(Message m) {
        Long officer = m.officerId();
        return new Entry(
                officer == null ? reporter : words.officer(officer),
                page.t("desk.said." + m.kind().name()),
                null,
                m.at(),
                body(m),
                officer != null,
                m.audience() == Message.Audience.OFFICE,
                null,
                false,
                files(m),
                SendingLine.of(page, file, m.id()),
                call(m),
                Understood.of(page, file, words, m, null));
    }

    private String call(Message m) {
        return file.calls().stream()
                .filter(c -> c.messageId() == m.id())
                .map(c -> c.with().isEmpty() ? page.t("desk.call.mark") : page.t("desk.call.mark.with", c.with()))
                .findFirst()
                .orElse("");
    }

    private @Nullable String origin(Chain e) {
        TextSource source = TextSource.parse(e.facts().get("source"));
        return source == null || source.kind() != TextSource.Kind.CATATAN
                ? null
                : page.url("/catatan-solusi/" + source.id());
    }

    private String body(Message m) {
        return m.erased() ? page.t("desk.erased") : m.body();
    }

    /** The assignment that this event ended. */
    private @Nullable Assignment step(Chain e) {
        if (!e.kind().equals("STEP_DONE") && !e.kind().equals("STEP_RETURNED")) return null;
        String id = e.facts().getOrDefault("assignment", "");
        return file.k().assignments().stream()
                .filter(a -> Long.toString(a.id()).equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<FileLink> files(Message m) {
        return file.attachments().stream()
                .filter(f -> f.messageId() == m.id())
                .map(f -> link(
                        page,
                        file,
                        f,
                        f.file().sound() ? Understood.of(page, file, words, m, f.id()) : Understood.NOTHING))
                .toList();
    }

    /** Files of one text of the case. */
    List<FileLink> files(long message) {
        return file.messages().stream()
                .filter(m -> m.id() == message)
                .flatMap(m -> files(m).stream())
                .toList();
    }

    static FileLink link(Page page, CaseFile file, Attachment f, Understood understood) {
        return new FileLink(
                page.url("/aduan/" + file.k().complaint().publicNumber() + "/berkas/" + f.id()),
                f.file().name(),
                page.times().size(f.file().size()),
                f.file().sha256(),
                f.file().sound() && !f.file().mediaType().equals(UNPLAYED),
                understood);
    }
}
