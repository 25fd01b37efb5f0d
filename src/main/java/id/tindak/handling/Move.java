package id.tindak.handling;

import id.tindak.sop.Actor;
import id.tindak.sop.Sop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger of moves: a case that was returned, given to another unit, taken out of the procedure or passed on. The time stays with
 * whoever held it. Read off the assignments, so it cannot disagree with them.
 *
 * @param from whoever had it
 * @param to whoever got it; null where it left the agency
 * @param place where it went when it left, or came from when it came
 * @param held working time that it lay with {@code from}
 */
public record Move(
        Kind kind, @Nullable Assignment from, @Nullable Assignment to, String place, Instant at, Duration held) {

    public enum Kind {
        RETURNED,
        ASKED_REPORTER,
        DESIGNATED,
        OVERSIGHT,
        MOVED,
        CAME
    }

    /** Oldest first. */
    public static List<Move> of(Case k) {
        List<Move> moves = new ArrayList<>();
        k.transfers().stream()
                .filter(t -> t.kind() == Transfer.Kind.ORIGIN)
                .forEach(t -> moves.add(new Move(Kind.CAME, null, null, t.place(), t.at(), Duration.ZERO)));
        for (Assignment a : k.assignments())
            if (a.doneAt() != null && !a.queue().equals(Queue.REPORTER)) of(k, a).forEach(moves::add);
        moves.sort(Comparator.comparing(Move::at));
        return List.copyOf(moves);
    }

    private static Stream<Move> of(Case k, Assignment a) {
        Instant at = Objects.requireNonNull(a.doneAt());
        Duration held = k.calendar().workingBetween(since(k, a), at);
        if (Sop.MOVED.equals(a.nextStep())) return Stream.of(new Move(Kind.MOVED, a, null, place(k, at), at, held));
        return k.assignments().stream()
                .filter(n -> n.parentId() != null && n.parentId() == a.id())
                .flatMap(n -> kind(k, a, n).map(kind -> new Move(kind, a, n, "", at, held)).stream());
    }

    /** Since when the unit, or the role where there is no unit, has had it without a break. */
    private static Instant since(Case k, Assignment a) {
        return k.assignments().stream()
                .filter(p -> a.parentId() != null && p.id() == a.parentId())
                .filter(p -> a.unitId() == null
                        ? p.role().equals(a.role())
                        : a.unitId().equals(p.unitId()))
                .findFirst()
                .map(p -> since(k, p))
                .orElse(a.openedAt());
    }

    private static Optional<Kind> kind(Case k, Assignment a, Assignment next) {
        if (Transition.OVERSIGHT.equals(a.outcome())) return Optional.of(Kind.OVERSIGHT);
        if (next.queue().equals(Queue.REPORTER)) return Optional.of(Kind.ASKED_REPORTER);
        boolean elsewhere = next.unitId() != null && !next.unitId().equals(a.unitId());
        if (elsewhere) return Optional.of(Kind.DESIGNATED);
        if (next.reason() == Assignment.Reason.RETURN) return Optional.of(Kind.RETURNED);
        boolean outOfTheUnit = from(k, a) == Actor.From.TARGET_UNIT && from(k, next) == Actor.From.AGENCY;
        return outOfTheUnit ? Optional.of(Kind.DESIGNATED) : Optional.empty();
    }

    private static Actor.From from(Case k, Assignment a) {
        return k.sop().actor(a.role()).from();
    }

    private static String place(Case k, Instant at) {
        return k.transfers().stream()
                .filter(t -> t.kind() != Transfer.Kind.ORIGIN && !t.at().isAfter(at))
                .reduce((first, second) -> second)
                .map(Transfer::place)
                .orElse("");
    }
}
