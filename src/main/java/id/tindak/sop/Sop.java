package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of one agency's procedure, as the engine runs it and the pages print it. Immutable; obtained from
 * {@link SopFile#read}, which has checked it: every target, actor and channel that is named exists.
 *
 * @param code short name, unique in the agency
 * @param version from 1
 * @param actors in the order of the table's columns
 * @param steps in the order of the table's rows
 * @param channels web, whatsapp, sms, email, instagram, surat, langsung, telepon, lapor, aplikasi
 * @param promise the time the agency promises or aims at, over the whole case
 * @param promiseEndsAt step whose end keeps the promise; null: the answer
 */
public record Sop(
        String code,
        int version,
        String name,
        String agency,
        Header header,
        Map<String, Actor> actors,
        List<Step> steps,
        Map<String, ChannelEntry> channels,
        @Nullable TimeStandard promise,
        @Nullable String promiseEndsAt,
        List<Periodic> periodics,
        List<ReminderRule> reminders) {

    /** The case is finished. */
    public static final String DONE = "SELESAI";
    /** The case is refused, with a reason. */
    public static final String REFUSED = "DITOLAK";
    /** The case goes to another unit's or agency's procedure, or to an outside body. */
    public static final String MOVED = "PINDAH";

    /** True for {@link #DONE}, {@link #REFUSED} and {@link #MOVED}. */
    public static boolean isEnd(String target) {
        return target.equals(DONE) || target.equals(REFUSED) || target.equals(MOVED);
    }

    /** A step of this SOP, or one that stands beside every procedure.
     *
     * @throws IllegalArgumentException when there is no such step
     */
    public Step step(String no) {
        return find(no).or(() -> Standing.step(no))
                .orElseThrow(() -> new IllegalArgumentException("SOP " + code + " has no step " + no));
    }

    /** Whether {@link #step} finds it. */
    public boolean hasStep(String no) {
        return find(no).or(() -> Standing.step(no)).isPresent();
    }

    Optional<Step> find(String no) {
        return steps.stream().filter(step -> step.no().equals(no)).findFirst();
    }

    /** An actor of this SOP, or one that stands beside every procedure.
     *
     * @throws IllegalArgumentException when there is no such actor
     */
    public Actor actor(String key) {
        Actor actor = actors.getOrDefault(key, Standing.actor(key));
        if (actor == null) throw new IllegalArgumentException("SOP " + code + " has no actor " + key);
        return actor;
    }

    /** True when the step is done by the reporter. */
    public boolean byCitizen(Step step) {
        Actor actor = actors.get(step.actor());
        return actor != null && actor.from() == Actor.From.CITIZEN;
    }

    /**
     * The way a case goes when nothing comes between: the first branch of every decision, from the channel's start to an
     * end. This is the path that is measured against the promise.
     * A channel that the procedure does not list begins with its first step.
     */
    public List<Step> mainPath(String channel) {
        List<Step> path = new ArrayList<>();
        String at = entry(channel).start();
        while (!isEnd(at)) {
            Step step = step(at);
            if (path.contains(step)) break;
            path.add(step);
            at = step.branches().getFirst().target();
        }
        return List.copyOf(path);
    }

    /** Roles that publish: theirs is a step with {@code terbitkan}. Empty where nothing is published. */
    public Set<String> publishers() {
        return steps.stream().filter(Step::publishes).map(Step::actor).collect(Collectors.toUnmodifiableSet());
    }

    /** Roles that word what is published: whoever publishes, and whose step leads there at once. */
    public Set<String> editors() {
        return steps.stream()
                .filter(s -> s.publishes()
                        || s.branches().stream()
                                .anyMatch(b ->
                                        find(b.target()).filter(Step::publishes).isPresent()))
                .filter(s -> !byCitizen(s))
                .map(Step::actor)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first of these channels that the procedure lists; its own first one where it lists none of them. */
    public String channel(String... wanted) {
        return Stream.of(wanted)
                .filter(channels::containsKey)
                .findFirst()
                .orElseGet(() -> channels.keySet().iterator().next());
    }

    /** The promise that holds for a channel: its own, else the SOP's. */
    public @Nullable TimeStandard promise(String channel) {
        TimeStandard own = entry(channel).promise();
        return own == null ? promise : own;
    }

    /** Number of the step whose end keeps the channel's promise: the one named, else the first that answers the reporter. */
    public Optional<String> promiseEnd(String channel) {
        ChannelEntry entry = entry(channel);
        String named = entry.promise() == null ? promiseEndsAt : entry.promiseEndsAt();
        if (named != null) return Optional.of(named);
        return mainPath(channel).stream().filter(Step::answers).findFirst().map(Step::no);
    }

    private ChannelEntry entry(String channel) {
        ChannelEntry entry = channels.get(channel);
        // a channel that the procedure does not list, as a call noted at the counter: it begins with the first step
        return entry == null ? new ChannelEntry(steps.getFirst().no(), List.of(), null, null, null, List.of()) : entry;
    }
}
