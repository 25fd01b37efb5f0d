package id.tindak.sop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nobody may have to act before it is known who: the unit ({@code dari: tujuan}) and the parties ({@code dari: disposisi})
 * must have been named on every way that leads to their step.
 */
final class FillCheck {

    private final Sop sop;
    private final Faults faults;

    FillCheck(Sop sop, Faults faults) {
        this.sop = sop;
        this.faults = faults;
    }

    void run() {
        Set<String> needs = new LinkedHashSet<>();
        sop.actors().values().forEach(actor -> needs.add(need(actor)));
        needs.remove("");
        for (String need : needs) {
            Set<String> told = new HashSet<>();
            for (Map.Entry<String, ChannelEntry> channel : sop.channels().entrySet()) {
                follow(need, channel.getKey(), channel.getValue(), told);
            }
        }
    }

    private record Place(String no, boolean named) {}

    /** Walks every way once with and once without the name; after the first step that misses it, it counts as named. */
    private void follow(String need, String channel, ChannelEntry entry, Set<String> told) {
        Set<Place> seen = new HashSet<>();
        Deque<Place> open =
                new ArrayDeque<>(Set.of(new Place(entry.start(), entry.fills().contains(need))));
        while (!open.isEmpty()) {
            Place place = open.poll();
            if (Sop.isEnd(place.no) || !seen.add(place)) continue;
            Step step = sop.step(place.no);
            boolean named = place.named;
            if (!named) {
                named = actors(step).anyMatch(actor -> need(actor).equals(need));
                if (named && told.add(step.no())) tell(step, need, channel);
            }
            for (Branch branch : step.branches()) open.add(new Place(branch.target(), named || names(branch, need)));
        }
    }

    private Stream<Actor> actors(Step step) {
        Stream<String> signers = step.branches().stream().map(Branch::signer).flatMap(Stream::ofNullable);
        return Stream.concat(Stream.of(step.actor()), signers)
                .distinct()
                .map(sop.actors()::get)
                .flatMap(Stream::ofNullable);
    }

    private static boolean names(Branch branch, String need) {
        DispositionRule rule = branch.disposition();
        return branch.fills().contains(need) || (rule != null && rule.to().equals(need));
    }

    /** What has to be named before this actor can act; empty when nothing has to. */
    private static String need(Actor actor) {
        return switch (actor.from()) {
            case TARGET_UNIT -> Branch.TARGET_UNIT;
            case DISPOSITION -> actor.fallback() == null ? actor.key() : "";
            case CITIZEN, AGENCY, NAMED_UNIT -> "";
        };
    }

    private void tell(Step step, String need, String channel) {
        String who = actors(step)
                .filter(actor -> need(actor).equals(need))
                .map(Actor::name)
                .findFirst()
                .orElse("");
        String missing = need.equals(Branch.TARGET_UNIT)
                ? "belum ada cabang dengan \"isi: [tujuan]\" yang menentukan unitnya"
                : "belum ada disposisi kepada \"" + need + "\"";
        faults.error(
                step.line(),
                "Langkah " + step.no() + " dikerjakan " + who + ", tetapi sebelumnya " + missing + " (kanal " + channel
                        + ").");
    }
}
