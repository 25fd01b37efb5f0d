package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;

/** Upright lines that pass several rows: no two of them may lie on each other, unless they lead to the same step. */
final class Lanes {

    private record Lane(double x, int from, int to, String target) {}

    private final List<Lane> taken = new ArrayList<>();

    boolean free(double x, int from, int to, String target) {
        return taken.stream()
                .noneMatch(lane -> lane.x == x && lane.from <= to && from <= lane.to && !lane.target.equals(target));
    }

    void take(double x, int from, int to, String target) {
        taken.add(new Lane(x, from, to, target));
    }
}
