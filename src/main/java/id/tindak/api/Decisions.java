package id.tindak.api;

import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Form;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Alongside;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Endings;
import id.tindak.handling.Handlings;
import id.tindak.handling.Orders;
import id.tindak.handling.Outcome;
import id.tindak.sop.Branch;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Steps that a program decides in the name of its officer: it sees and does what that officer would on the page of the case, by the same verbs. */
@Service
class Decisions {

    static final Set<String> FIELDS = Set.of("penugasan", "versi", "cabang", "teks", "tujuan", "akhir");

    private static final int TEXT = 20_000;

    private final CaseFiles cases;
    private final Handlings handlings;
    private final Endings endings;
    private final People people;

    Decisions(CaseFiles cases, Handlings handlings, Endings endings, People people) {
        this.cases = cases;
        this.handlings = handlings;
        this.endings = endings;
        this.people = people;
    }

    /**
     * One way out of the step.
     *
     * @param index to be named in the decision
     * @param endings what has to be chosen, key to name; empty where nothing
     * @param possible false where parties have to be named, which is done on the page
     */
    record Way(int index, Branch branch, Map<String, String> endings, boolean possible) {}

    /** The step that lies with the program's officer. */
    record Open(Assignment work, Step step, List<Way> ways) {}

    /** Empty where the case is none of this officer's to see; its step is null where there is none of his to decide. */
    Optional<Seen> seen(Client client, String number) {
        return file(client, number).map(f -> new Seen(f.k().complaint(), open(f)));
    }

    record Seen(Complaint complaint, @Nullable Open open) {}

    /** @throws ApiFault where it cannot be done, with the field that is wrong */
    Complaint decide(Client client, String number, Form form) {
        Case k = file(client, number)
                .orElseThrow(() -> ApiFault.of(404, "api.fault.number"))
                .k();
        String text = form.text("teks", TEXT);
        long officer = Objects.requireNonNull(client.officerId());
        Long unit = unit(client.agencyId(), form);
        Long branch = form.id("cabang");
        if (branch == null || branch > 999) form.wrong("cabang", "handling.noSuchBranch");
        if (!form.ok() || branch == null) throw ApiFault.fields(form);
        Decision d = new Decision(
                k.complaint().id(),
                form.number("penugasan"),
                (int) form.number("versi"),
                branch.intValue(),
                unit,
                text,
                List.of(),
                form.value("akhir"),
                Orders.NONE,
                null,
                Alongside.NOTHING);
        return switch (handlings.decide(client.agencyId(), officer, d)) {
            case Outcome.Done done -> done.complaint();
            // the answer to the first time did not arrive: it is done, by this very officer, and in this very way
            case Outcome.Conflict(Assignment done)
            when done != null
                    && Objects.equals(done.doneBy(), officer)
                    && Objects.equals(done.outcome(), branch.toString()) -> k.complaint();
            case Outcome.Conflict conflict -> throw ApiFault.of(409, "api.fault.conflict");
            case Outcome.Refused(String field, String reason) -> {
                form.wrong(field.isEmpty() ? "cabang" : field, reason);
                throw ApiFault.fields(form);
            }
        };
    }

    /** As its officer sees it; nothing where that officer serves no more. */
    private Optional<CaseFile> file(Client client, String number) {
        Long officer = client.officerId();
        if (officer == null) return Optional.empty();
        LocalDate today = people.today(client.agencyId());
        return people.officer(client.agencyId(), officer)
                .filter(o -> o.activeOn(today))
                .flatMap(o -> cases.forOfficer(client.agencyId(), o.id(), false, number));
    }

    private @Nullable Open open(CaseFile file) {
        Assignment work = file.sight().decide();
        if (work == null || file.sight().behalf() != null) return null;
        Case k = file.k();
        Step step = k.step(work);
        List<Way> ways = k.branches(work).stream()
                .map(b -> new Way(
                        step.branches().indexOf(b),
                        b,
                        endings.choices(k.complaint().agencyId(), k, b),
                        k.asks(b).isEmpty()))
                .toList();
        return new Open(work, step, ways);
    }

    /** By its code; a unit that does not serve today is none. */
    private @Nullable Long unit(int agencyId, Form form) {
        String code = form.value("tujuan");
        if (code.isEmpty()) return null;
        LocalDate today = people.today(agencyId);
        Optional<Long> found = people.units(agencyId).stream()
                .filter(u -> u.validOn(today) && u.code().equals(code))
                .map(Unit::id)
                .findFirst();
        if (found.isEmpty()) form.wrong("tujuan", "api.fault.unit");
        return found.orElse(null);
    }
}
