package id.tindak.portal;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.agency.Unit;
import id.tindak.complaint.Privacy;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works out what an agency's form offers, for the citizen and for the officer who enters on a person's behalf. */
@Component
class Offers {

    private static final List<String> IDENTITY = List.of("nama", "alamat", "hp", "email");
    private static final List<String> NOT_REACHED_BY_OFFICER = List.of("web", "lapor");
    private static final List<String> ALWAYS_POSSIBLE = List.of("langsung", "telepon", "surat");

    private final Agencies agencies;
    private final People people;

    Offers(Agencies agencies, People people) {
        this.agencies = agencies;
        this.people = people;
    }

    /** For the citizen's own form. */
    Offer of(int agencyId, Sop sop) {
        Step start = start(sop);
        return offer(agencyId, identity(start), addressees(agencyId, sop, start), named(start), List.of());
    }

    /** For an officer: a person who came or called may have neither telephone nor e-mail. */
    Offer forOfficer(int agencyId, Sop sop) {
        Step start = start(sop);
        Map<String, Boolean> identity = identity(start);
        for (String field : IDENTITY) identity.putIfAbsent(field, false);
        identity.put("hp", false);
        identity.put("email", false);
        return offer(agencyId, identity, addressees(agencyId, sop, start), named(start), channels(sop));
    }

    private Offer offer(
            int agencyId,
            Map<String, Boolean> identity,
            List<Unit> targets,
            boolean targetKnown,
            List<String> channels) {
        Settings s = agencies.settings(agencyId);
        return new Offer(
                s.list("jenis"),
                s.list("jenis_pelapor"),
                s.list("kerahasiaan").stream()
                        .filter(Offers::known)
                        .map(Privacy::valueOf)
                        .toList(),
                agencies.categories(agencyId).stream().filter(Category::active).toList(),
                s.list("kecamatan"),
                identity,
                targets,
                targetKnown,
                channels);
    }

    /** Where the procedure itself lets the reporter name the addressee, it has to be asked before filing. */
    private List<Unit> addressees(int agencyId, Sop sop, Step start) {
        var entry = sop.channels().get(ServiceTimes.ownChannel(sop));
        boolean asked = (entry != null && entry.fills().contains(Branch.TARGET_UNIT))
                || (sop.byCitizen(start) && start.branches().getFirst().fillsTargetUnit());
        if (!asked) return List.of();
        LocalDate today = people.today(agencyId);
        return people.units(agencyId).stream().filter(u -> u.validOn(today)).toList();
    }

    /** No way of the reporter's own step does without the unit. */
    private static boolean named(Step start) {
        return start.branches().stream().allMatch(Branch::fillsTargetUnit)
                || !start.branches().getFirst().fillsTargetUnit();
    }

    private static Step start(Sop sop) {
        var entry = sop.channels().get(ServiceTimes.ownChannel(sop));
        return entry == null ? sop.steps().getFirst() : sop.step(entry.start());
    }

    private static Map<String, Boolean> identity(Step start) {
        Map<String, Boolean> identity = new LinkedHashMap<>();
        for (String field : IDENTITY) {
            if (start.fields().isEmpty()) identity.put(field, false);
            else if (start.fields().containsKey(field))
                identity.put(field, start.fields().get(field));
        }
        return identity;
    }

    private static List<String> channels(Sop sop) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        sop.channels().keySet().stream()
                .filter(c -> !NOT_REACHED_BY_OFFICER.contains(c))
                .forEach(c -> all.put(c, true));
        ALWAYS_POSSIBLE.forEach(c -> all.put(c, true));
        return List.copyOf(all.keySet());
    }

    private static boolean known(String privacy) {
        return Arrays.stream(Privacy.values()).anyMatch(p -> p.name().equals(privacy));
    }
}
