package id.tindak.recap;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Texts;
import id.tindak.complaint.PersonalWords;
import id.tindak.handling.RefusalGround;
import id.tindak.handling.RefusalGrounds;
import id.tindak.sop.Sop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of complaints and solutions: what ended, and what was answered, without what would tell who complained. */
@Component
class Solved {

    private static final int AT_ONCE = 2_000;
    private static final int LONGEST = 400;

    private final SolvedStore store;
    private final Agencies agencies;
    private final People people;
    private final RefusalGrounds grounds;

    Solved(SolvedStore store, Agencies agencies, People people, RefusalGrounds grounds) {
        this.store = store;
        this.agencies = agencies;
        this.people = people;
        this.grounds = grounds;
    }

    /** As they are now, oldest end first. */
    @Transactional(readOnly = true)
    public List<SolvedCase> page(int agencyId, Instant from, Instant until, SolvedStore.After after, int limit) {
        Words words = words(agencyId);
        return store.ended(agencyId, from, until, after, limit).stream()
                .map(words::told)
                .toList();
    }

    /** All of them. */
    @Transactional(readOnly = true)
    public List<SolvedCase> all(int agencyId, Instant from, Instant until) {
        Words words = words(agencyId);
        List<SolvedCase> all = new ArrayList<>();
        List<SolvedStore.Row> some = store.ended(agencyId, from, until, SolvedStore.After.NOTHING, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(r -> all.add(words.told(r)));
            SolvedStore.Row last = some.getLast();
            some = some.size() < AT_ONCE
                    ? List.of()
                    : store.ended(agencyId, from, until, new SolvedStore.After(last.endedAt(), last.run()), AT_ONCE);
        }
        return all;
    }

    private Words words(int agencyId) {
        return new Words(
                agencies.categories(agencyId).stream().collect(Collectors.toMap(Category::code, Category::name)),
                people.units(agencyId).stream().collect(Collectors.toMap(Unit::id, Unit::shortName)),
                grounds.all(agencyId).stream()
                        .collect(Collectors.toMap(RefusalGround::code, RefusalGround::name, (a, b) -> a)));
    }

    /** The agency's names for its codes. */
    private record Words(Map<String, String> categories, Map<Long, String> units, Map<String, String> grounds) {

        SolvedCase told(SolvedStore.Row r) {
            String category = r.category() == null ? "" : categories.getOrDefault(r.category(), r.category());
            return new SolvedCase(
                    r.run(),
                    r.complaintId(),
                    r.hidden(),
                    r.hidden() ? "" : r.number(),
                    r.receivedAt(),
                    r.endedAt(),
                    Texts.named(Texts.DEFAULT, "desk.kind.", r.kind()),
                    r.hidden() ? "" : category,
                    Texts.named(Texts.DEFAULT, "desk.channel.", r.channel()),
                    r.unitId() == null || r.hidden() ? "" : units.getOrDefault(r.unitId(), ""),
                    r.hidden() ? how(r.outcome()) : outcome(r),
                    r.hidden() ? "" : masked(r, r.title()),
                    r.hidden() || r.answer() == null ? "" : shortened(masked(r, r.answer())));
        }

        private static String masked(SolvedStore.Row r, String text) {
            return PersonalWords.without(r.reporter(), text)
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static String shortened(String text) {
            if (text.codePointCount(0, text.length()) <= LONGEST) return text;
            return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        }

        private String outcome(SolvedStore.Row r) {
            String ground = r.ground() == null ? null : grounds.getOrDefault(r.ground(), r.ground());
            if (r.outcome().equals(Sop.REFUSED) && ground != null)
                return Texts.get(Texts.DEFAULT, "recap.outcome.refusedOn", ground);
            if (r.outcome().equals(Sop.MOVED) && r.place() != null)
                return Texts.get(Texts.DEFAULT, "recap.outcome.movedTo", r.place());
            return how(r.outcome());
        }

        private static String how(String outcome) {
            return Texts.named(Texts.DEFAULT, "desk.outcome.", outcome);
        }
    }
}
