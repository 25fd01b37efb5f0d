package id.tindak.recap;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Templates;
import id.tindak.paper.BookPress;
import id.tindak.paper.Letterhead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the files of a recap: paper, spreadsheet, and the same as CSV. */
@Component
class RecapFiles {

    static final String PDF = "rekap.pdf";
    static final String XLSX = "rekap.xlsx";
    static final String FIGURES = "angka.csv";
    static final String CASES = "daftar.csv";

    private static final String CSV = "text/csv;charset=UTF-8";

    /** More lines than these are no annex that anybody prints; the spreadsheet has them all. */
    private static final int MOST_PRINTED = 500;

    private final BookPress press;
    private final Agencies agencies;
    private final People people;

    RecapFiles(BookPress press, Agencies agencies, People people) {
        this.press = press;
        this.agencies = agencies;
        this.people = people;
    }

    record Made(String name, String mediaType, byte[] content) {}

    /** Names of the files that a recap has. */
    static List<String> names(Recap r) {
        return r.listsCases() ? List.of(PDF, XLSX, FIGURES, CASES) : List.of(PDF, XLSX, FIGURES);
    }

    /** @param frozenAt when it is being frozen; null for a draft */
    List<Made> all(Recap r, List<SolvedCase> cases, @Nullable Instant frozenAt) {
        return names(r).stream()
                .map(name -> made(name, r, cases, frozenAt))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One file of that name; empty when a recap has none such. */
    Optional<Made> made(String name, Recap r, List<SolvedCase> cases, @Nullable Instant frozenAt) {
        if (!names(r).contains(name)) return Optional.empty();
        RecapWords words = RecapWords.office(agencies.byId(r.agencyId()).zone());
        RecapTables tables = new RecapTables(words);
        List<Table> figures = tables.of(r.figures());
        return Optional.of(
                switch (name) {
                    case PDF ->
                        new Made(name, "application/pdf", pdf(paper(r, figures, cases, frozenAt, tables, words)));
                    case XLSX -> {
                        List<Table> sheets = new ArrayList<>(figures);
                        if (r.listsCases()) sheets.add(tables.cases(cases));
                        yield new Made(
                                name,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                RecapXlsx.of(sheets));
                    }
                    case FIGURES -> new Made(name, CSV, RecapCsv.figures(figures, words));
                    default -> new Made(name, CSV, RecapCsv.table(tables.cases(cases)));
                });
    }

    private byte[] pdf(RecapPaper paper) {
        return press.of(paper.recap().agencyId(), Templates.text("recap/pdf.jte", Map.of("m", paper)));
    }

    private RecapPaper paper(
            Recap r,
            List<Table> figures,
            List<SolvedCase> cases,
            @Nullable Instant frozenAt,
            RecapTables tables,
            RecapWords words) {
        Agency agency = agencies.byId(r.agencyId());
        List<SolvedCase> printed = cases.size() > MOST_PRINTED ? cases.subList(0, MOST_PRINTED) : cases;
        Instant until = r.until();
        return new RecapPaper(
                r,
                Letterhead.of(agency, agencies.settings(r.agencyId())),
                press.logo(r.agencyId()),
                words.t("recap.title." + r.period().every(), r.period().words(words.times(), words.language())),
                words.times().date(r.period().first()),
                until == null || !until.isBefore(end(agency, r))
                        ? words.times().date(r.period().last())
                        : words.times().moment(until),
                figures,
                r.listsCases() ? tables.cases(printed) : null,
                cases.size() - printed.size(),
                frozenAt == null ? null : maker(r, frozenAt, words),
                words);
    }

    private static Instant end(Agency agency, Recap r) {
        return r.period().next().first().atStartOfDay(agency.zone()).toInstant();
    }

    private RecapPaper.@Nullable Maker maker(Recap r, Instant at, RecapWords words) {
        Long by = r.wantedBy();
        Officer officer = by == null ? null : people.officer(r.agencyId(), by).orElse(null);
        if (officer == null) return null;
        return new RecapPaper.Maker(
                officer.name(),
                officer.nip() == null ? "" : officer.nip(),
                words.times().moment(at));
    }
}
