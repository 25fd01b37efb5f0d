package id.tindak.sop;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which step leads to which. Ends are targets but no steps. */
final class Graph {

    private final Map<String, List<String>> next = new LinkedHashMap<>();
    private final Map<String, Set<String>> following = new LinkedHashMap<>();

    Graph(Sop sop) {
        sop.steps()
                .forEach(step -> next.put(
                        step.no(),
                        step.branches().stream().map(Branch::target).distinct().toList()));
        next.keySet().forEach(no -> following.put(no, from(List.of(no))));
    }

    Set<String> steps() {
        return next.keySet();
    }

    /** The step itself and all that can follow it. */
    Set<String> from(String no) {
        return following.getOrDefault(no, Set.of());
    }

    /** The steps themselves and all that can follow them. */
    Set<String> from(Collection<String> starts) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            String no = open.pop();
            if (!Sop.isEnd(no) && reached.add(no)) open.addAll(after(no));
        }
        return reached;
    }

    boolean canEnd(String no) {
        return from(no).stream().anyMatch(step -> after(step).stream().anyMatch(Sop::isEnd));
    }

    /** The last step of some way from {@code start} to SELESAI on which no step answers. */
    Optional<String> endWithoutAnswer(Sop sop, String start) {
        Set<String> silent = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            String no = open.pop();
            if (!Sop.isEnd(no) && !sop.step(no).answers() && silent.add(no)) open.addAll(after(no));
        }
        return silent.stream().filter(no -> after(no).contains(Sop.DONE)).findFirst();
    }

    private List<String> after(String no) {
        return next.getOrDefault(no, List.of());
    }
}
