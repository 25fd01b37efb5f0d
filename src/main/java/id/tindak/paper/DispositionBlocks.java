package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.agency.Unit;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Event;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Disposition;
import id.tindak.handling.Elected;
import id.tindak.handling.Queue;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import id.tindak.sop.DispositionRule;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The blocks of a disposition sheet: one for each role that gives orders in the procedure, with what it has ordered, or boxes for the pen. */
@Component
class DispositionBlocks {

    /** More units than that do not fit beside the instructions; the others are written by hand. */
    private static final int MOST_RECEIVERS = 12;

    private final Agencies agencies;
    private final People people;

    DispositionBlocks(Agencies agencies, People people) {
        this.agencies = agencies;
        this.people = people;
    }

    /** In the order of the procedure's steps. */
    List<Sheet.Block> blocks(CaseFile file) {
        List<Actor> givers = givers(file.k().sop());
        List<Sheet.Receiver> units = units(file);
        if (givers.isEmpty()) return List.of(block(file, "", units, List.of()));
        List<Sheet.Block> blocks = new ArrayList<>();
        for (int i = 0; i < givers.size(); i++) {
            List<Sheet.Receiver> to = new ArrayList<>();
            boolean leads = i + 1 < givers.size();
            // a leader's orders go to the next in line and to other elected ones; nobody orders upwards
            if (leads) to.add(new Sheet.Receiver(givers.get(i + 1).name(), Elected.is(givers.get(i + 1))));
            units.stream().filter(u -> !leads || u.elected()).forEach(to::add);
            blocks.add(block(file, givers.get(i).name(), to, orders(file, givers.get(i))));
        }
        return blocks;
    }

    /** Roles that only take note, with who of them did so first. */
    static List<Sheet.Aware> aware(CaseFile file) {
        return aware(file.k().sop()).map(role -> aware(file, role)).toList();
    }

    static Stream<Actor> aware(Sop sop) {
        return sop.steps().stream().flatMap(s -> s.copies().stream()).distinct().map(sop::actor);
    }

    private static Sheet.Aware aware(CaseFile file, Actor role) {
        return file.events().stream()
                .filter(e -> e.kind().equals(Event.Kind.ACKNOWLEDGED.name()))
                .filter(e -> Queue.isOf(e.facts().getOrDefault("queue", ""), role.key()))
                .findFirst()
                .map(e -> new Sheet.Aware(role.name(), file.personName(e.actor()), e.at()))
                .orElse(new Sheet.Aware(role.name(), "", null));
    }

    /** Roles that say who gets the case: by naming the parties, or by a disposition whose parties nobody named before (SK DPRD Pasuruan: i names, j only hands out). */
    static List<Actor> givers(Sop sop) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> named = new HashSet<>();
        for (Step step : sop.steps()) {
            List<String> parties = step.branches().stream()
                    .flatMap(b -> b.fills().stream())
                    .filter(f -> party(sop, f))
                    .toList();
            named.addAll(parties);
            if (!parties.isEmpty() || hands(step).anyMatch(to -> !named.contains(to))) keys.add(step.actor());
        }
        return keys.stream().map(sop::actor).toList();
    }

    private static boolean party(Sop sop, String key) {
        Actor actor = sop.actors().get(key);
        return actor != null && actor.from() == Actor.From.DISPOSITION;
    }

    /** Whom the step's dispositions are for. */
    private static Stream<String> hands(Step step) {
        return Stream.concat(
                        Stream.ofNullable(step.disposition()),
                        step.branches().stream().flatMap(b -> Stream.ofNullable(b.disposition())))
                .map(DispositionRule::to);
    }

    private Sheet.Block block(CaseFile file, String giver, List<Sheet.Receiver> to, List<Sheet.Order> orders) {
        Settings settings = agencies.settings(file.k().complaint().agencyId());
        boolean asks = to.stream().anyMatch(Sheet.Receiver::elected);
        List<String> wishes = Stream.concat(
                        settings.list("perintah_disposisi").stream(),
                        asks ? settings.list("permohonan_disposisi").stream() : Stream.of())
                .distinct()
                .toList();
        return new Sheet.Block(giver, to.subList(0, Math.min(MOST_RECEIVERS, to.size())), wishes, orders);
    }

    private List<Sheet.Receiver> units(CaseFile file) {
        LocalDate today = people.today(file.k().complaint().agencyId());
        return file.units().values().stream()
                .filter(u -> u.validOn(today))
                .sorted(Comparator.comparing(Unit::code))
                .map(u -> new Sheet.Receiver(u.name(), u.elected()))
                .toList();
    }

    /** What holders of that role have ordered and not taken back. */
    private static List<Sheet.Order> orders(CaseFile file, Actor giver) {
        return file.k().dispositions().stream()
                .filter(d -> !d.recalled())
                .filter(d -> file.k().assignments().stream()
                        .anyMatch(a -> a.id() == d.givenIn() && a.role().equals(giver.key())))
                .map(d -> new Sheet.Order(
                        file.personName(d.giver()),
                        List.of(
                                d.order().inCharge()
                                        ? Texts.get(Texts.DEFAULT, "paper.disposition.in-charge", to(file, d))
                                        : to(file, d)),
                        d.order().instructions(),
                        note(file, d),
                        d.order().to().elected() ? null : d.order().deadline(),
                        d.order().urgency(),
                        d.order().classification(),
                        d.givenAt()))
                .toList();
    }

    private static String to(CaseFile file, Disposition d) {
        Disposition.Party party = d.order().to();
        String unit = file.unitName(party.unitId());
        String person = file.personName(party.officerId());
        if (unit.isEmpty()) return named(file.k().sop(), d.actor());
        return person.isEmpty() ? unit : person + " (" + unit + ")";
    }

    /** Whom the SOP itself means where the giver named nobody. */
    private static String named(Sop sop, String actor) {
        String fallback = sop.actor(actor).fallback();
        return sop.actor(fallback == null ? actor : fallback).name();
    }

    private static String note(CaseFile file, Disposition d) {
        return file.messages().stream()
                .filter(m -> Objects.equals(m.id(), d.messageId()))
                .map(Message::body)
                .findFirst()
                .orElse("");
    }
}
