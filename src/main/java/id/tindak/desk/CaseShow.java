package id.tindak.desk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseClock;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import id.tindak.handling.CaseVerbs;
import id.tindak.handling.Disposition;
import id.tindak.handling.Endings;
import id.tindak.handling.Inputs;
import id.tindak.handling.Publishing;
import id.tindak.handling.RefusalGrounds;
import id.tindak.handling.StatutoryLimit;
import id.tindak.lapor.LaporReports;
import id.tindak.paper.OfferedPaper;
import id.tindak.register.Books;
import id.tindak.solution.ClosedCase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one case; also after a form of it was refused, or came too late. */
@Component
class CaseShow {

    private final CaseFiles files;
    private final CaseLines lines;
    private final Agencies agencies;
    private final People people;
    private final OrderForms orders;
    private final Colleagues colleagues;
    private final RemindForm remind;
    private final Inputs inputs;
    private final Books books;
    private final ReadyAnswers ready;
    private final Complaints complaints;
    private final Endings endings;
    private final RefusalGrounds grounds;
    private final LaporReports reports;

    CaseShow(
            CaseFiles files,
            CaseLines lines,
            Agencies agencies,
            People people,
            OrderForms orders,
            Colleagues colleagues,
            RemindForm remind,
            Inputs inputs,
            Books books,
            ReadyAnswers ready,
            Complaints complaints,
            Endings endings,
            RefusalGrounds grounds,
            LaporReports reports) {
        this.files = files;
        this.lines = lines;
        this.agencies = agencies;
        this.people = people;
        this.orders = orders;
        this.colleagues = colleagues;
        this.remind = remind;
        this.inputs = inputs;
        this.books = books;
        this.ready = ready;
        this.complaints = complaints;
        this.endings = endings;
        this.grounds = grounds;
        this.reports = reports;
    }

    /** @throws Problem 404 when there is no such case, or none that this officer may see */
    CaseFile file(Signed me, String number) {
        return files.forOfficer(me.agencyId(), me.officerId(), me.auditor(), number)
                .orElseThrow(Problem::notFound);
    }

    View page(Page page, Signed me, CaseFile file) {
        return View.of("desk/case.jte", page, view(page, me, file, Typed.NOTHING, null, null));
    }

    View page(Page page, Signed me, String number, Typed typed, CaseVerbs.Revealed.@Nullable Person revealed) {
        CaseFile file = file(me, number);
        return View.of("desk/case.jte", page, view(page, me, file, typed, null, revealed));
    }

    /** Somebody was faster: says who did what when, and keeps what was typed. */
    View conflict(Page page, Signed me, String number, long assignment, Typed typed) {
        CaseFile file = file(me, number);
        String conflict = conflict(page, file, assignment);
        return View.of("desk/case.jte", page, view(page, me, file, typed, conflict, null))
                .status(409);
    }

    Noted noted(Page page, CaseFile file) {
        return Noted.of(page, file, complaints, new EventWords(page, file, ReporterCard.called(page, file)));
    }

    CaseView view(
            Page page,
            Signed me,
            CaseFile file,
            Typed typed,
            @Nullable String conflict,
            CaseVerbs.Revealed.@Nullable Person revealed) {
        Complaint c = file.k().complaint();
        CaseLines.Beside beside = lines.beside(file, me.officerId());
        String reporter = ReporterCard.called(page, file);
        EventWords words = new EventWords(page, file, reporter);
        CasePath path = new CasePath(page, file, words);
        Timeline timeline = new Timeline(page, file, words, reporter);
        return new CaseView(
                DeskMenu.plain(page, "", file.agencyDesk()),
                c.publicNumber(),
                c.title(),
                page.t("desk.case.intro", Names.kind(page, c.kind()), Names.privacy(page, c.privacy())),
                Names.channel(page, c.channel()),
                Names.icon(c.channel()),
                c.receivedAt(),
                c.emergency(),
                held(page, file, words, path),
                path.steps(),
                timeline.entries(),
                SendingLine.of(page, file),
                OrderView.tree(page, file, words),
                InputView.of(page, file, words),
                CommitmentView.of(page, file, people.today(c.agencyId())),
                WordingView.of(page, file, words),
                ReporterCard.of(page, file, revealed),
                filed(page, file, beside),
                views(page, beside.similar()),
                views(page, beside.joined()),
                BookNumber.of(page, file, books.of(c.agencyId())),
                MoveLine.of(page, file),
                me.auditor() ? null : actions(page, file, beside, typed),
                me.auditor() ? null : ready.card(file, beside),
                lapor(page, me, file, words, timeline),
                Publishing.rights(file).edits() && !me.auditor() ? PublicationCard.of(page, file) : null,
                !me.auditor() && ClosedCase.of(file).isPresent(),
                OfferedPaper.of(file),
                Noted.of(page, file, complaints, words),
                unsent(page, file, beside),
                conflict,
                typed);
    }

    private @Nullable LaporCard lapor(Page page, Signed me, CaseFile file, EventWords words, Timeline timeline) {
        String outcome = file.k().handling().outcome();
        return reports.of(file.k().complaint())
                .map(r -> LaporCard.of(
                        page,
                        file,
                        r,
                        reports.states(me.agencyId()),
                        outcome != null
                                ? Names.outcome(page, outcome)
                                : file.k()
                                        .current()
                                        .map(a -> page.t(
                                                "desk.lapor.step",
                                                page.t(
                                                        "desk.step.title",
                                                        a.step(),
                                                        file.k().step(a).title()),
                                                file.roleName(a)))
                                        .orElse(""),
                        statutory(page, file, true),
                        words,
                        timeline,
                        !me.auditor() && LaporCasePages.may(file)))
                .orElse(null);
    }

    private CaseView.Held held(Page page, CaseFile file, EventWords words, CasePath path) {
        Case k = file.k();
        Assignment a = k.current().orElse(null);
        Instant now = page.now();
        CaseClock promise = k.promise().orElse(null);
        ClockView total = promise == null ? null : ClockView.of(page, k.calendar(), promise, now);
        String outcome = k.handling().outcome();
        Instant forecast = path.forecast();
        return new CaseView.Held(
                a == null ? null : clock(page, k, a, now),
                a == null ? "" : holder(page, a, k.open().size(), words),
                a == null ? "" : k.open().size() > 1 ? k.step(a).title() : file.roleName(a),
                a != null && a.officerId() != null,
                a == null ? null : a.openedAt(),
                a == null || a.waitsForReporter() || a.due().reminders() == 0
                        ? ""
                        : page.t("desk.mark.reminded", a.due().reminders()),
                outcome == null ? "" : Names.outcome(page, outcome),
                total == null ? "" : page.t("desk.case.total", total.headline(), total.rest()),
                forecast == null || promise == null
                        ? ""
                        : page.t(
                                "desk.case.forecast",
                                page.times().near(forecast, now),
                                page.times().near(promise.deadline(), now)),
                statutory(page, file, false));
    }

    private static ClockView clock(Page page, Case k, Assignment a, Instant now) {
        if (!a.waitsForReporter()) return ClockView.of(page, k.calendar(), a, now);
        Assignment asked = k.interruptedBy(a).orElse(null);
        TimeStandard standard = asked == null ? null : asked.timeStandard();
        return asked == null || standard == null || asked.remaining() == null
                ? new ClockView(null, page.t("web.clock.paused"), "")
                : ClockView.paused(page, standard, asked.remaining());
    }

    private static String holder(Page page, Assignment a, int parties, EventWords words) {
        if (a.waitsForReporter()) return page.t("desk.reporter");
        if (parties > 1) return page.t("desk.case.parties", parties);
        Long person = a.officerId();
        return person == null ? page.t("desk.row.untaken") : words.officer(person);
    }

    private List<CaseView.Statutory> statutory(Page page, CaseFile file, boolean outside) {
        Map<String, StatutoryLimit> limits =
                files.limits(page.brand().agencyId()).stream().collect(Collectors.toMap(StatutoryLimit::code, l -> l));
        return file.k().clocks().stream()
                .filter(c -> !c.kind().equals(CaseClock.PROMISE) && c.outside() == outside)
                .map(c -> {
                    StatutoryLimit limit = limits.get(c.kind());
                    TimeStandard more = limit == null || !limit.lengthens(c) ? null : limit.extension();
                    return new CaseView.Statutory(
                            c.kind(),
                            limit == null ? c.kind() : limit.name(),
                            ClockView.of(page, file.k().calendar(), c, page.now()),
                            c.basis(),
                            limit != null && limit.verified(),
                            more == null || !file.sight().acts()
                                    ? ""
                                    : ClockView.words(page).standard(more));
                })
                .toList();
    }

    private CaseView.Filed filed(Page page, CaseFile file, CaseLines.Beside beside) {
        Complaint c = file.k().complaint();
        Category category = agencies.categories(c.agencyId()).stream()
                .filter(x -> x.code().equals(c.category()))
                .findFirst()
                .orElse(null);
        String place = Stream.of(c.landmark(), c.village(), c.district())
                .filter(p -> p != null && !p.isBlank())
                .collect(Collectors.joining(", "));
        return new CaseView.Filed(
                category == null ? page.t("desk.filed.noCategory") : category.name(),
                category == null ? "" : category.code(),
                category == null ? "" : file.unitName(category.unitId()),
                place,
                Names.privacy(page, c.privacy()),
                c.concernsOfficer(),
                page.t("desk.filed.sop", file.k().sop().code(), file.k().sop().version()),
                c.returns(),
                c.round(),
                beside.joinedTo().isEmpty()
                        ? null
                        : LineView.of(page, beside.joinedTo().getFirst()));
    }

    private CaseView.Actions actions(Page page, CaseFile file, CaseLines.Beside beside, Typed typed) {
        Complaint c = file.k().complaint();
        Assignment decide = file.sight().decide();
        Assignment take = file.sight().take();
        Assignment own = file.sight().behalf() == null ? decide : null;
        Assignment assign = own != null ? own : take;
        List<Category> categories = agencies.categories(c.agencyId());
        boolean acts = file.sight().acts();
        boolean runs = file.k().handling().open();
        return new CaseView.Actions(
                decide == null || file.k().proposal(decide).isPresent()
                        ? null
                        : StepPanel.of(
                                page,
                                file,
                                decide,
                                categories,
                                beside.drafts(),
                                typed,
                                people.today(c.agencyId()),
                                agencies.settings(c.agencyId()).number("hari_melengkapi"),
                                (id, b, shown) -> file.k()
                                        .asks(b)
                                        .map(actor -> orders.show(page, file.k(), id, actor, shown))
                                        .orElse(null),
                                b -> endings.choices(c.agencyId(), file.k(), b)),
                own != null && file.k().orderOf(own).isPresent()
                        ? orders.show(page, file.k(), "teruskan", own.role(), typed)
                        : null,
                addTo(page, file, typed),
                take,
                assign,
                assign == null ? Map.of() : colleagues.of(c.agencyId(), List.of(assign)),
                acts ? categories(categories) : Map.of(),
                acts ? privacies(page, c.privacy()) : Map.of(),
                c.confidential() && acts
                        ? colleagues.others(c.agencyId(), file.k().excluded())
                        : Map.of(),
                colleagues.named(c.agencyId(), file.k().excluded()),
                remind.offers(page, file),
                own == null ? Map.of() : askable(file.k()),
                acts,
                acts ? CallForm.of(page, file) : null,
                runs && (decide != null || file.agencyDesk()),
                acts && c.joinedTo() != null,
                Beyond.of(
                        page,
                        file,
                        grounds.all(c.agencyId()),
                        endings.overseers(c.agencyId(), file.k().excluded()),
                        colleagues.others(c.agencyId(), file.k().excluded())));
    }

    /** Forms for further parties of orders that this officer gave and that others are still at. */
    private Map<Long, OrderForm> addTo(Page page, CaseFile file, Typed typed) {
        Map<Long, OrderForm> forms = new LinkedHashMap<>();
        for (Disposition d : file.k().dispositions()) {
            Long work = d.assignmentId();
            if (work == null
                    || d.giver() != page.signed().officerId()
                    || file.k().open(work).isEmpty()
                    || forms.containsKey(d.givenIn())) continue;
            forms.put(d.givenIn(), orders.show(page, file.k(), "tambah-" + d.givenIn(), d.actor(), typed));
        }
        return forms;
    }

    private Map<String, String> askable(Case k) {
        Map<String, String> names = new LinkedHashMap<>();
        inputs.askable(k.complaint().agencyId(), k).forEach(u -> names.put(Long.toString(u.id()), u.name()));
        return names;
    }

    private static Map<String, String> categories(List<Category> all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Category c : all) if (c.active()) names.put(c.code(), c.name());
        return names;
    }

    private static Map<String, String> privacies(Page page, Privacy from) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Privacy p : CaseVerbs.higher(from)) names.put(p.name(), Names.privacy(page, p));
        return names;
    }

    private static List<CaseView.Unsent> unsent(Page page, CaseFile file, CaseLines.Beside beside) {
        return beside.drafts().stream()
                .filter(d -> file.k().open(d.assignmentId()).isEmpty())
                .filter(d -> !d.text().isEmpty())
                .map(d -> new CaseView.Unsent(
                        d.assignmentId(), d.text(), page.times().near(d.savedAt(), page.now())))
                .toList();
    }

    /** "Sari Wulan menyelesaikan langkah 2. Periksa kelengkapan: Lengkap, pukul 10.04." */
    private static String conflict(Page page, CaseFile file, long assignment) {
        EventWords words = new EventWords(page, file, ReporterCard.called(page, file));
        String id = Long.toString(assignment);
        Chain last = file.events().stream()
                .filter(e -> id.equals(e.facts().get("assignment")) && !e.kind().equals("STEP_OPENED"))
                .reduce((a, b) -> b)
                .orElse(file.events().getLast());
        return page.t(
                "desk.conflict", words.who(last), words.what(last), page.times().near(last.at(), page.now()));
    }

    private static List<LineView> views(Page page, List<CaseLine> lines) {
        return lines.stream().map(l -> LineView.of(page, l)).toList();
    }
}
