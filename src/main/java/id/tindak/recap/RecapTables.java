package id.tindak.recap;

import id.tindak.recap.Table.Cell;
import id.tindak.recap.Table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures as tables, those without a line left out. Pure. */
final class RecapTables {

    private static final int MINUTE = 60;

    private final RecapWords words;

    RecapTables(RecapWords words) {
        this.words = words;
    }

    /** All but the cases. */
    List<Table> of(Figures f) {
        List<Table> all = new ArrayList<>();
        all.add(balance(f.ledger()));
        all.add(summary(f));
        all.add(groups("unit", f.units(), true));
        all.add(groups("channel", f.channels(), false));
        all.add(groups("category", f.categories(), false));
        all.add(groups("kind", f.kinds(), false));
        all.add(groups("district", f.districts(), false));
        all.add(steps(f.steps()));
        all.add(limits(f.limits()));
        all.add(overdue(f.overdue()));
        all.add(counts("ground", f.grounds()));
        all.add(counts("move", f.moves()));
        all.add(promises(f.promises()));
        Figures.Satisfaction survey = f.survey();
        if (survey != null) all.add(survey(survey));
        return all.stream().filter(t -> !t.rows().isEmpty()).toList();
    }

    Table balance(Ledger l) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.strong(label("opening"), number(l.opening())));
        rows.add(Row.of(label("received"), number(l.received())));
        rows.add(Row.of(label("reopened"), number(l.reopened())));
        rows.add(Row.strong(label("sum"), number(l.opening() + l.in())));
        rows.add(Row.of(label("answered"), number(l.answered())));
        rows.add(Row.of(label("refused"), number(l.refused())));
        rows.add(Row.of(label("passedOn"), number(l.passedOn())));
        rows.add(Row.of(label("withdrawn"), number(l.withdrawn())));
        rows.add(Row.of(label("expired"), number(l.expired())));
        rows.add(Row.of(label("joined"), number(l.joined())));
        if (l.other() > 0) rows.add(Row.of(label("other"), number(l.other())));
        rows.add(Row.strong(label("out"), number(l.out())));
        rows.add(Row.strong(label("closing"), number(l.closing())));
        return table("balance", List.of(words.t("recap.column.what"), words.t("recap.column.count")), rows);
    }

    private Table summary(Figures f) {
        Timing t = f.timing();
        List<Row> rows = new ArrayList<>();
        if (t.timed() > 0) {
            rows.add(Row.of(label("kept"), number(t.kept())));
            rows.add(Row.of(label("late"), number(t.late())));
            rows.add(Row.of(label("share"), share(t.kept(), t.timed())));
        }
        if (t.medianSeconds() != null) rows.add(Row.of(label("median"), minutes(t.medianSeconds(), null)));
        if (f.promise() != null) rows.add(Row.of(label("promise"), Cell.of(f.promise())));
        rows.add(Row.of(label("lateOpen"), number(t.lateOpen())));
        rows.add(Row.of(label("waiting"), number(f.waiting())));
        rows.add(Row.of(label("returned"), number(f.returned())));
        rows.add(Row.of(label("reminders"), number(f.reminders())));
        rows.add(Row.of(label("oversight"), number(f.oversight())));
        return table("summary", List.of(words.t("recap.column.what"), words.t("recap.column.count")), rows);
    }

    /** @param moves whether what came from and went to other units has columns */
    private Table groups(String key, List<Figures.Group> groups, boolean moves) {
        List<String> columns = new ArrayList<>(List.of(words.t("recap.column." + key)));
        List<String> heads = new ArrayList<>(List.of("opening", "received", "reopened"));
        if (moves) heads.add("cameOver");
        heads.addAll(List.of("answered", "refused", "otherwise"));
        if (moves) heads.add("wentOver");
        heads.addAll(List.of("closing", "share", "lateOpen", "median"));
        heads.forEach(h -> columns.add(words.t("recap.column." + h)));
        return table(key, columns, groups.stream().map(g -> group(g, moves)).toList());
    }

    private Row group(Figures.Group g, boolean moves) {
        Ledger l = g.ledger();
        Timing t = g.timing();
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(g.name()), number(l.opening()), number(l.received()), number(l.reopened())));
        if (moves) cells.add(number(l.cameOver()));
        cells.addAll(List.of(number(l.answered()), number(l.refused()), number(l.otherwise())));
        if (moves) cells.add(number(l.wentOver()));
        cells.add(number(l.closing()));
        cells.add(t == null ? none() : share(t.kept(), t.timed()));
        cells.add(t == null ? none() : number(t.lateOpen()));
        cells.add(t == null ? none() : minutes(t.medianSeconds(), null));
        return new Row(List.copyOf(cells), false);
    }

    private Table steps(List<Figures.StepLine> steps) {
        boolean versions = steps.stream().map(Figures.StepLine::sop).distinct().count() > 1;
        List<String> columns = new ArrayList<>();
        for (String c : List.of(
                "step",
                "actor",
                "standard",
                "done",
                "median",
                "ninth",
                "late",
                "returned",
                "reminders",
                "waiting",
                "waitingLate")) columns.add(words.t("recap.column." + c));
        return table(
                "step",
                columns,
                steps.stream()
                        .map(s -> Row.of(
                                Cell.of(versions ? s.label() + " (" + s.sop() + ")" : s.label()),
                                Cell.of(s.actor()),
                                Cell.of(s.standard() == null ? "–" : s.standard()),
                                number(s.done()),
                                s.timed() ? minutes(s.median(), s.standard()) : none(),
                                s.timed() ? minutes(s.ninth(), s.standard()) : none(),
                                s.timed() && s.standard() != null ? number(s.late()) : none(),
                                number(s.returned()),
                                number(s.reminders()),
                                number(s.waiting()),
                                s.timed() ? number(s.waitingLate()) : none()))
                        .toList());
    }

    private Table limits(List<Figures.LimitLine> limits) {
        return table(
                "limit",
                List.of(
                        words.t("recap.column.limit"),
                        words.t("recap.column.basis"),
                        words.t("recap.column.ended"),
                        words.t("recap.column.late"),
                        words.t("recap.column.lateOpen")),
                limits.stream()
                        .map(l -> Row.of(
                                Cell.of(l.name()),
                                Cell.of(l.verified() ? l.basis() : words.t("recap.unverified", l.basis())),
                                number(l.ended()),
                                number(l.late()),
                                number(l.lateOpen())))
                        .toList());
    }

    private Table overdue(List<Figures.Overdue> overdue) {
        return table(
                "overdue",
                List.of(
                        words.t("recap.column.unit"),
                        words.t("recap.column.work"),
                        words.t("recap.column.since"),
                        words.t("recap.column.reminders")),
                overdue.stream()
                        .map(o -> Row.of(
                                Cell.of(o.unit()),
                                number(o.count()),
                                Cell.of(words.times().date(Instant.ofEpochMilli(o.since()))),
                                number(o.reminders())))
                        .toList());
    }

    private Table counts(String key, List<Figures.Count> counts) {
        return table(
                key,
                List.of(words.t("recap.column." + key), words.t("recap.column.count")),
                counts.stream()
                        .map(c -> Row.of(Cell.of(c.name()), number(c.count())))
                        .toList());
    }

    private Table promises(Figures.Promises p) {
        return table(
                "promise",
                List.of(words.t("recap.column.what"), words.t("recap.column.count")),
                p.none()
                        ? List.of()
                        : List.of(
                                Row.of(label("promised"), number(p.made())),
                                Row.of(label("promiseKept"), number(p.kept())),
                                Row.of(label("promiseLate"), number(p.keptLate())),
                                Row.of(label("promiseOpen"), number(p.open())),
                                Row.of(label("promiseOverdue"), number(p.overdue()))));
    }

    private Table survey(Figures.Satisfaction s) {
        List<Row> rows = new ArrayList<>();
        s.elements().forEach(e -> rows.add(Row.of(Cell.of(e.name()), decimal(e.mean()), decimal(e.converted()))));
        String graded = s.grade().isEmpty() ? "" : " (" + s.grade() + ")";
        rows.add(Row.strong(
                Cell.of(words.t("recap.line.index", words.number(s.respondents())) + graded),
                Cell.of(""),
                s.index().isEmpty() ? none() : decimal(s.index())));
        return table(
                "survey",
                List.of(
                        words.t("recap.column.element"),
                        words.t("recap.column.mean"),
                        words.t("recap.column.converted")),
                rows);
    }

    private Cell decimal(String number) {
        return new Cell(words.decimal(number), new BigDecimal(number));
    }

    /** What ended, and what was done about it. */
    Table cases(List<SolvedCase> cases) {
        List<String> columns = new ArrayList<>();
        for (String c : List.of(
                "number",
                "received_at",
                "ended_at",
                "kind",
                "channel",
                "category",
                "unit",
                "subject",
                "outcome",
                "solution")) columns.add(words.t("recap.column." + c));
        return table(
                "case",
                columns,
                cases.stream()
                        .map(c -> Row.of(
                                Cell.of(c.hidden() ? words.t("recap.hidden") : c.number()),
                                Cell.of(words.times().shortDate(c.receivedAt())),
                                Cell.of(words.times().shortDate(c.endedAt())),
                                Cell.of(c.kind()),
                                Cell.of(c.channel()),
                                Cell.of(c.category()),
                                Cell.of(c.unit()),
                                Cell.of(c.hidden() ? words.t("recap.hidden") : c.subject()),
                                Cell.of(c.outcome()),
                                Cell.of(c.solution())))
                        .toList());
    }

    private Table table(String key, List<String> columns, List<Row> rows) {
        return new Table(key, words.t("recap.part." + key), words.t("recap.note." + key), columns, rows);
    }

    private Cell label(String key) {
        return Cell.of(words.t("recap.line." + key));
    }

    private Cell number(long n) {
        return new Cell(words.number(n), n);
    }

    private static Cell none() {
        return Cell.of("–");
    }

    private Cell share(long part, long whole) {
        if (whole == 0) return none();
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return new Cell(words.share(part, whole), percent);
    }

    /** In words for people, in minutes for a spreadsheet. */
    private Cell minutes(@Nullable Long seconds, @Nullable String standard) {
        return seconds == null ? none() : new Cell(words.span(seconds, standard), Math.max(0, seconds) / MINUTE);
    }
}
