package id.tindak.sop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SOP as BPMN nodes and flows on a grid: a column for every actor, a row for every step. A decision becomes a task
 * and an exclusive gateway; a signer gets a task of his own; every way to an end gets its own end event.
 */
final class BpmnGraph {

    enum Kind {
        START("startEvent"),
        TIMER("startEvent"),
        USER("userTask"),
        /** Done by several parties side by side. */
        PARTIES("userTask"),
        SERVICE("serviceTask"),
        GATEWAY("exclusiveGateway"),
        END("endEvent");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    /**
     * @param slot place inside the cell, see {@link BpmnDiagram}
     * @param text documentation, empty when there is nothing to say
     */
    record Node(String id, Kind kind, String name, String text, int column, int row, int slot) {}

    record Flow(String id, String name, Node from, Node to) {}

    private final Sop sop;
    private final List<String> columns;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Node> exits = new HashMap<>();

    BpmnGraph(Sop sop) {
        this.sop = sop;
        this.columns = List.copyOf(sop.actors().keySet());
        for (int row = 0; row < sop.steps().size(); row++) step(sop.steps().get(row), row);
        starts();
        for (int row = 0; row < sop.steps().size(); row++) branches(sop.steps().get(row), row);
        for (int i = 0; i < sop.periodics().size(); i++)
            periodic(sop.periodics().get(i), i, sop.steps().size() + i);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    int rows() {
        return sop.steps().size() + sop.periodics().size();
    }

    private void step(Step step, int row) {
        int column = column(step.actor());
        boolean parties = sop.steps().stream()
                .flatMap(other -> other.branches().stream())
                .anyMatch(branch -> branch.target().equals(step.no())
                        && Optional.ofNullable(branch.disposition())
                                .filter(rule -> rule.to().equals(step.actor()))
                                .isPresent());
        Kind kind = step.automatic() ? Kind.SERVICE : parties ? Kind.PARTIES : Kind.USER;
        Node last = node(
                "langkah_" + step.no(),
                kind,
                step.no() + ". " + step.title(),
                text(step),
                column,
                row,
                BpmnDiagram.TASK);
        entries.put(step.no(), last);
        @Nullable
        String signer = step.branches().stream()
                .map(Branch::signer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (signer != null && column(signer) != column) {
            column = column(signer);
            Node decides = node(
                    "putusan_" + step.no(), Kind.USER, step.no() + ". Memutuskan", "", column, row, BpmnDiagram.TASK);
            flow("alur_" + step.no() + "_putusan", "", last, decides);
            last = decides;
        }
        if (step.decision()) {
            Node gateway = node("gerbang_" + step.no(), Kind.GATEWAY, "", "", column, row, BpmnDiagram.GATEWAY);
            flow("alur_" + step.no() + "_gerbang", "", last, gateway);
            last = gateway;
        }
        exits.put(step.no(), last);
    }

    private static String text(Step step) {
        List<String> lines = new ArrayList<>(List.of(step.activity()));
        if (step.time() != null) lines.add("Waktu: " + step.time().text());
        if (!step.requirements().isEmpty()) lines.add("Kelengkapan: " + String.join(", ", step.requirements()));
        if (step.output() != null) lines.add("Output: " + step.output());
        if (!step.copies().isEmpty()) lines.add("Untuk diketahui: " + String.join(", ", step.copies()));
        if (step.addition()) lines.add("Tambahan, menunggu pengesahan");
        return String.join("\n", lines);
    }

    private void starts() {
        Map<String, List<String>> channels = new LinkedHashMap<>();
        sop.channels()
                .forEach((name, channel) -> channels.computeIfAbsent(channel.start(), none -> new ArrayList<>())
                        .add(name));
        channels.forEach((no, names) -> {
            Node first = Objects.requireNonNull(entries.get(no));
            Node start = node(
                    "mulai_" + no,
                    Kind.START,
                    String.join(", ", names),
                    "",
                    first.column,
                    first.row,
                    BpmnDiagram.START);
            flow("datang_" + no, "", start, first);
        });
    }

    private void branches(Step step, int row) {
        Node from = Objects.requireNonNull(exits.get(step.no()));
        int ends = 0;
        for (int i = 0; i < step.branches().size(); i++) {
            Branch branch = step.branches().get(i);
            Node to = entries.get(branch.target());
            if (to == null) {
                String name = switch (branch.target()) {
                    case Sop.REFUSED -> "Ditolak";
                    case Sop.MOVED -> "Pindah";
                    default -> "Selesai";
                };
                to = node(
                        "akhir_" + step.no() + "_" + i, Kind.END, name, "", from.column, row, BpmnDiagram.END + ends++);
            }
            flow("alur_" + step.no() + "_" + i, Label.of(branch), from, to);
        }
    }

    private void periodic(Periodic work, int index, int row) {
        int column = column(work.actor());
        Node start = node(
                "berkala_" + index, Kind.TIMER, "Setiap " + work.every().word(), "", column, row, BpmnDiagram.START);
        Node task = node("pekerjaan_" + index, Kind.USER, work.activity(), "", column, row, BpmnDiagram.TASK);
        Node end = node("akhir_berkala_" + index, Kind.END, "Selesai", "", column, row, BpmnDiagram.END);
        flow("rutin_" + index + "_a", "", start, task);
        flow("rutin_" + index + "_b", "", task, end);
    }

    private Node node(String id, Kind kind, String name, String text, int column, int row, int slot) {
        Node node = new Node(id, kind, name, text, column, row, slot);
        nodes.add(node);
        return node;
    }

    private void flow(String id, String name, Node from, Node to) {
        flows.add(new Flow(id, name, from, to));
    }

    private int column(String actor) {
        return Math.max(0, columns.indexOf(actor));
    }
}
