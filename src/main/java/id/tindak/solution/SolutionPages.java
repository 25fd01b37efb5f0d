package id.tindak.solution;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.PersonalWords;
import id.tindak.complaint.Reporter;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.paper.OfferedPaper;
import id.tindak.paper.PaperKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The library of solution notes: looking through it, writing, changing, approving and withdrawing a note. */
@Controller
public class SolutionPages {

    private static final String HERE = "/catatan-solusi";
    private static final int PAGE = 30;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_REASON = 500;

    private final SolutionNotes notes;
    private final Agencies agencies;
    private final People people;
    private final CaseFiles cases;
    private final Complaints complaints;

    SolutionPages(SolutionNotes notes, Agencies agencies, People people, CaseFiles cases, Complaints complaints) {
        this.notes = notes;
        this.agencies = agencies;
        this.people = people;
        this.cases = cases;
        this.complaints = complaints;
    }

    /**
     * @param origin number of the case that the note grows out of; empty when it grows out of none
     * @param personal data of its reporter that stands in the proposed text, masked
     */
    public record Blank(Form form, String origin, List<String> personal, Map<String, String> categories) {

        /** Whether a word was pointed out that may be no name at all. */
        public boolean doubtful() {
            return SolutionForm.doubtful(form);
        }
    }

    /**
     * @param origin number of the case that it grew out of, where this officer may see it; else empty
     * @param paper whether that case has the paper of the same name
     * @param which form was sent: ubah or tarik; empty when none was
     */
    public record Shown(
            NoteView view,
            SolutionNotes.Rights rights,
            String origin,
            boolean paper,
            Map<String, String> categories,
            Form change,
            Form withdraw,
            Form approve,
            String which) {

        /** As in {@link Blank#doubtful}. */
        public boolean doubtful() {
            return SolutionForm.doubtful(change);
        }

        /** The form in which something was wrong. */
        public Form sent() {
            return which.equals("tarik") ? withdraw : which.equals("setujui") ? approve : change;
        }
    }

    @GetMapping(HERE)
    @Access({Who.OFFICER, Who.AUDITOR})
    View list(Page page, Signed me, Form form) {
        String words = form.value("cari");
        if (words.length() > LONGEST_SEARCH)
            form.wrong("cari-catatan", "web.form.too-long", LONGEST_SEARCH, words.length());
        SolutionNote.State state = SolutionNote.State.of(form.value("tampil"));
        Long below = form.id("sebelum");
        long before = below == null ? Long.MAX_VALUE : below;
        SolutionNotes.Listed found = !form.ok()
                ? new SolutionNotes.Listed(List.of(), null)
                : words.isEmpty()
                        ? notes.list(me.agencyId(), state, before, PAGE)
                        : notes.search(me.agencyId(), state, words);
        String next =
                found.next() == null ? null : page.url(HERE + "?tampil=" + state.word() + "&sebelum=" + found.next());
        return View.of(
                        "solution/list.jte",
                        page,
                        new NoteList(state, form, views(me, found.notes()), next, !me.auditor()))
                .status(form.ok() ? 200 : 422);
    }

    /** An empty form, or one that begins with the title and the answer of a closed case. */
    @GetMapping(HERE + "/baru")
    @Access(Who.OFFICER)
    View blank(Page page, Signed me, Form asked) {
        ClosedCase origin = origin(me, asked.value("aduan"));
        Form form = Form.empty();
        if (origin != null)
            form.with("pertanyaan", origin.file().k().complaint().title())
                    .with("jawaban", origin.answer())
                    .with(
                            "kategori",
                            Objects.requireNonNullElse(
                                    origin.file().k().complaint().category(), ""));
        return View.of("solution/new.jte", page, blank(me, form, origin));
    }

    @PostMapping(HERE + "/baru")
    @Access(Who.OFFICER)
    View write(Page page, Signed me, Form form) {
        ClosedCase origin = origin(me, form.value("aduan"));
        SolutionNote.Text text = parse(me, form, origin == null ? null : origin.reporter());
        NoteOutcome outcome = text == null ? null : notes.write(me, text, origin == null ? null : origin.id());
        if (outcome instanceof NoteOutcome.Done done)
            return View.to(page, HERE + "/" + done.id()).flash("solution.done.tulis");
        return View.of("solution/new.jte", page, blank(me, form, origin)).status(422);
    }

    @GetMapping(HERE + "/{id}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, @PathVariable long id) {
        return view(page, me, note(me, id), Form.empty(), "");
    }

    @PostMapping(HERE + "/{id}/ubah")
    @Access(Who.OFFICER)
    View change(Page page, Signed me, @PathVariable long id, Form form) {
        SolutionNote n = note(me, id);
        SolutionNote.Text text = parse(me, form, reporter(me, n));
        return after(
                page, me, n, form, "ubah", text == null ? null : notes.change(me, n, (int) form.number("versi"), text));
    }

    @PostMapping(HERE + "/{id}/setujui")
    @Access(Who.OFFICER)
    View approve(Page page, Signed me, @PathVariable long id, Form form) {
        SolutionNote n = note(me, id);
        return after(page, me, n, form, "setujui", notes.approve(me, n, (int) form.number("versi")));
    }

    @PostMapping(HERE + "/{id}/tarik")
    @Access(Who.OFFICER)
    View withdraw(Page page, Signed me, @PathVariable long id, Form form) {
        SolutionNote n = note(me, id);
        String reason = form.line("alasan", LONGEST_REASON);
        return after(page, me, n, form, "tarik", form.ok() ? notes.withdraw(me, n, reason) : null);
    }

    private View after(Page page, Signed me, SolutionNote n, Form form, String which, @Nullable NoteOutcome outcome) {
        if (outcome instanceof NoteOutcome.Done done)
            return View.to(page, HERE + "/" + done.id()).flash("solution.done." + which);
        if (outcome instanceof NoteOutcome.Refused refused) form.wrong(refused.field(), refused.reason());
        return view(page, me, note(me, n.id()), form, which).status(422);
    }

    private View view(Page page, Signed me, SolutionNote n, Form sent, String which) {
        CaseFile origin = grownFrom(me, n).orElse(null);
        boolean paper =
                origin != null && OfferedPaper.of(origin).stream().anyMatch(p -> p.kind() == PaperKind.CATATAN_SOLUSI);
        return View.of(
                "solution/show.jte",
                page,
                new Shown(
                        views(me, List.of(n)).getFirst(),
                        notes.rights(me, n),
                        origin == null ? "" : origin.k().complaint().publicNumber(),
                        paper,
                        categories(me),
                        which.equals("ubah") ? sent : SolutionForm.of(n),
                        which.equals("tarik") ? sent : Form.empty(),
                        which.equals("setujui") ? sent : Form.empty(),
                        which));
    }

    private SolutionNote note(Signed me, long id) {
        return notes.find(me.agencyId(), id).orElseThrow(Problem::notFound);
    }

    private SolutionNote.@Nullable Text parse(Signed me, Form form, @Nullable Reporter reporter) {
        return SolutionForm.parse(form, agencies.categories(me.agencyId()), people.today(me.agencyId()), reporter);
    }

    private Blank blank(Signed me, Form form, @Nullable ClosedCase origin) {
        List<String> personal = origin == null
                ? List.of()
                : Stream.of("pertanyaan", "jawaban", "dasar")
                        .flatMap(f -> PersonalWords.in(origin.reporter(), form.value(f), true).stream())
                        .distinct()
                        .toList();
        return new Blank(form, origin == null ? "" : origin.number(), personal, categories(me));
    }

    /** The case named in the address or the form; an officer who may not make a note of it is told so. */
    private @Nullable ClosedCase origin(Signed me, String number) {
        if (number.isEmpty()) return null;
        return cases.forOfficer(me.agencyId(), me.officerId(), false, number)
                .flatMap(ClosedCase::of)
                .orElseThrow(() -> Problem.of(404, "solution.noSuchCase"));
    }

    /** The case behind a note, as far as this person may see it. */
    private Optional<CaseFile> grownFrom(Signed me, SolutionNote n) {
        Long id = n.complaintId();
        return id == null
                ? Optional.empty()
                : complaints
                        .byId(me.agencyId(), id)
                        .flatMap(c -> cases.forOfficer(me.agencyId(), me.officerId(), me.auditor(), c.publicNumber()));
    }

    /** Whom a changed text must still not name; nobody where this officer may not know who it was. */
    private @Nullable Reporter reporter(Signed me, SolutionNote n) {
        return grownFrom(me, n)
                .flatMap(ClosedCase::of)
                .map(ClosedCase::reporter)
                .orElse(null);
    }

    private Map<String, String> categories(Signed me) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Category c : agencies.categories(me.agencyId())) if (c.active()) names.put(c.code(), c.name());
        return names;
    }

    private List<NoteView> views(Signed me, List<SolutionNote> all) {
        LocalDate today = people.today(me.agencyId());
        List<Category> categories = agencies.categories(me.agencyId());
        Map<Long, Officer> names = people.officers(
                me.agencyId(), all.stream().flatMap(SolutionPages::people).collect(Collectors.toSet()));
        return all.stream().map(n -> NoteView.of(n, today, categories, names)).toList();
    }

    private static Stream<Long> people(SolutionNote n) {
        SolutionNote.Act approved = n.approved();
        SolutionNote.Withdrawn withdrawn = n.withdrawn();
        return Stream.of(
                        n.made().by(),
                        n.written().by(),
                        approved == null ? null : approved.by(),
                        withdrawn == null ? null : withdrawn.by())
                .filter(Objects::nonNull);
    }
}
