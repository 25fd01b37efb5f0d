package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where everything stands in the BPMN drawing: upright lanes side by side, one row of cells for every step. Pixels. */
final class BpmnDiagram {

    /** Places inside a cell; end events take {@code END}, {@code END + 1} and so on downward. */
    static final int START = 0;

    static final int TASK = 1;
    static final int GATEWAY = 2;
    static final int END = 3;

    private static final int HEAD = 30;
    private static final int TOP = 90;
    private static final int CELL = 320;

    private final BpmnGraph graph;
    private final int columns;
    private final int[] tops;
    private final StringBuilder xml = new StringBuilder();

    BpmnDiagram(BpmnGraph graph, int columns) {
        this.graph = graph;
        this.columns = columns;
        this.tops = tops(graph);
    }

    record Box(int x, int y, int width, int height) {
        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + height / 2;
        }
    }

    private record Point(int x, int y) {}

    String xml(List<String> lanes) {
        int height = tops[graph.rows()];
        shape("kolam", new Box(0, 0, columns * CELL, height), " isHorizontal=\"false\"");
        for (int i = 0; i < lanes.size(); i++) {
            shape(lanes.get(i), new Box(i * CELL, HEAD, CELL, height - HEAD), " isHorizontal=\"false\"");
        }
        graph.nodes()
                .forEach(node -> shape(
                        node.id(),
                        box(node),
                        node.kind() == BpmnGraph.Kind.GATEWAY ? " isMarkerVisible=\"true\"" : ""));
        graph.flows().forEach(this::edge);
        return xml.toString();
    }

    private static int[] tops(BpmnGraph graph) {
        int[] heights = new int[graph.rows()];
        java.util.Arrays.fill(heights, 190);
        for (BpmnGraph.Node node : graph.nodes()) {
            if (node.slot() >= END) {
                heights[node.row()] = Math.max(heights[node.row()], 80 + (node.slot() - END + 1) * 60);
            }
        }
        int[] tops = new int[heights.length + 1];
        tops[0] = TOP;
        for (int i = 0; i < heights.length; i++) tops[i + 1] = tops[i] + heights[i];
        return tops;
    }

    private Box box(BpmnGraph.Node node) {
        int x = node.column() * CELL;
        int y = tops[node.row()];
        return switch (node.slot()) {
            case START -> new Box(x + 67, y + 4, 36, 36);
            case TASK -> new Box(x + 25, y + 70, 120, 80);
            case GATEWAY -> new Box(x + 175, y + 85, 50, 50);
            default -> new Box(x + 264, y + 92 + (node.slot() - END) * 60, 36, 36);
        };
    }

    private void shape(String element, Box box, String more) {
        xml.append(String.format(
                Locale.ROOT,
                "<bpmndi:BPMNShape id=\"bentuk_%s\" bpmnElement=\"%s\"%s><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></bpmndi:BPMNShape>\n",
                element,
                element,
                more,
                box.x,
                box.y,
                box.width,
                box.height));
    }

    private void edge(BpmnGraph.Flow flow) {
        xml.append("<bpmndi:BPMNEdge id=\"garis_").append(flow.id());
        xml.append("\" bpmnElement=\"").append(flow.id()).append("\">");
        for (Point point : points(flow)) {
            xml.append("<di:waypoint x=\"")
                    .append(point.x)
                    .append("\" y=\"")
                    .append(point.y)
                    .append("\"/>");
        }
        xml.append("</bpmndi:BPMNEdge>\n");
    }

    /** On: out below, in from above; past other rows beside the cells. Back: out above, up beside the cells, in from the left. In one row: straight across. */
    private List<Point> points(BpmnGraph.Flow flow) {
        Box from = box(flow.from());
        Box to = box(flow.to());
        if (flow.from().row() == flow.to().row()) return inRow(flow, from, to);
        List<Point> points = new ArrayList<>();
        if (flow.from().row() < flow.to().row()) {
            int turn = tops[flow.to().row()] + 48;
            points.add(new Point(from.middleX(), from.y + from.height));
            if (flow.to().row() - flow.from().row() > 1) {
                int beside = flow.from().column() * CELL + CELL - 12;
                int out = from.y + from.height + 12;
                points.add(new Point(from.middleX(), out));
                points.add(new Point(beside, out));
                points.add(new Point(beside, turn));
                points.add(new Point(to.middleX(), turn));
            } else if (from.middleX() != to.middleX()) {
                points.add(new Point(from.middleX(), turn));
                points.add(new Point(to.middleX(), turn));
            }
            points.add(new Point(to.middleX(), to.y));
            return points;
        }
        int beside = flow.to().column() * CELL + 12;
        int turn = tops[flow.from().row()] + 56;
        points.add(new Point(from.middleX(), from.y));
        points.add(new Point(from.middleX(), turn));
        points.add(new Point(beside, turn));
        points.add(new Point(beside, to.middleY()));
        points.add(new Point(to.x, to.middleY()));
        return points;
    }

    private List<Point> inRow(BpmnGraph.Flow flow, Box from, Box to) {
        if (flow.from().equals(flow.to())) {
            return List.of(new Point(from.middleX(), from.y + from.height), new Point(from.x, from.middleY()));
        }
        if (flow.from().slot() == START) {
            return List.of(new Point(from.middleX(), from.y + from.height), new Point(to.middleX(), to.y));
        }
        if (flow.from().slot() == GATEWAY && flow.to().slot() == TASK) {
            return List.of(
                    new Point(from.middleX(), from.y),
                    new Point(from.middleX(), to.y - 14),
                    new Point(to.middleX(), to.y - 14),
                    new Point(to.middleX(), to.y));
        }
        boolean right = to.x > from.x;
        Point out = new Point(right ? from.x + from.width : from.x, from.middleY());
        Point in = new Point(right ? to.x : to.x + to.width, to.middleY());
        if (out.y == in.y) return List.of(out, in);
        int turn = (out.x + in.x) / 2;
        return List.of(out, new Point(turn, out.y), new Point(turn, in.y), in);
    }
}
