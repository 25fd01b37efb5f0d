package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;

/**
 * The SOP as BPMN 2.0 with its drawing, for process tools of the agency. For exchange and reading: the program itself
 * runs the SOP, never this file.
 */
public final class Bpmn {

    private final Sop sop;
    private final BpmnGraph graph;
    private final List<Actor> actors;
    private final StringBuilder xml = new StringBuilder();

    private Bpmn(Sop sop) {
        this.sop = sop;
        this.graph = new BpmnGraph(sop);
        this.actors = List.copyOf(sop.actors().values());
    }

    public static String xml(Sop sop) {
        return new Bpmn(sop).xml();
    }

    private String xml() {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="sop" targetNamespace="https://tindak.id/sop" exporter="Tindak">
                """);
        xml.append("<bpmn:collaboration id=\"kerja\"><bpmn:participant id=\"kolam\" name=\"");
        xml.append(Html.escape(sop.agency())).append("\" processRef=\"proses\"/></bpmn:collaboration>\n");
        xml.append("<bpmn:process id=\"proses\" name=\"")
                .append(Html.escape(sop.name()))
                .append("\" isExecutable=\"false\">\n");
        documentation("Kode " + sop.code() + ", versi " + sop.version());
        lanes();
        graph.nodes().forEach(this::node);
        graph.flows().forEach(this::flow);
        xml.append(
                "</bpmn:process>\n<bpmndi:BPMNDiagram id=\"gambar\"><bpmndi:BPMNPlane id=\"bidang\" bpmnElement=\"kerja\">\n");
        xml.append(new BpmnDiagram(graph, actors.size()).xml(laneIds()));
        return xml.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n")
                .toString();
    }

    private List<String> laneIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) ids.add("lajur_" + i);
        return ids;
    }

    private void lanes() {
        xml.append("<bpmn:laneSet id=\"lajur\">\n");
        for (int i = 0; i < actors.size(); i++) {
            xml.append("<bpmn:lane id=\"lajur_").append(i).append("\" name=\"");
            xml.append(Html.escape(actors.get(i).name())).append("\">");
            for (BpmnGraph.Node node : graph.nodes()) {
                if (node.column() == i)
                    xml.append("<bpmn:flowNodeRef>").append(node.id()).append("</bpmn:flowNodeRef>");
            }
            xml.append("</bpmn:lane>\n");
        }
        xml.append("</bpmn:laneSet>\n");
    }

    private void node(BpmnGraph.Node node) {
        String element = "bpmn:" + node.kind().element();
        xml.append('<').append(element).append(" id=\"").append(node.id()).append('"');
        if (!node.name().isEmpty())
            xml.append(" name=\"").append(Html.escape(node.name())).append('"');
        xml.append('>');
        documentation(node.text());
        graph.flows().stream().filter(flow -> flow.to() == node).forEach(flow -> reference("incoming", flow));
        graph.flows().stream().filter(flow -> flow.from() == node).forEach(flow -> reference("outgoing", flow));
        if (node.kind() == BpmnGraph.Kind.PARTIES)
            xml.append("<bpmn:multiInstanceLoopCharacteristics isSequential=\"false\"/>");
        if (node.kind() == BpmnGraph.Kind.TIMER) xml.append("<bpmn:timerEventDefinition/>");
        xml.append("</").append(element).append(">\n");
    }

    private void documentation(String text) {
        if (!text.isEmpty())
            xml.append("<bpmn:documentation>").append(Html.escape(text)).append("</bpmn:documentation>");
    }

    private void reference(String direction, BpmnGraph.Flow flow) {
        xml.append("<bpmn:")
                .append(direction)
                .append('>')
                .append(flow.id())
                .append("</bpmn:")
                .append(direction)
                .append('>');
    }

    private void flow(BpmnGraph.Flow flow) {
        xml.append("<bpmn:sequenceFlow id=\"").append(flow.id()).append('"');
        if (!flow.name().isEmpty())
            xml.append(" name=\"").append(Html.escape(flow.name())).append('"');
        xml.append(" sourceRef=\"")
                .append(flow.from().id())
                .append("\" targetRef=\"")
                .append(flow.to().id())
                .append("\"/>\n");
    }
}
