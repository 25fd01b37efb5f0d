package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The export is BPMN 2.0 that a process tool can open and draw. */
class BpmnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void each_procedure_fits_the_schema_of_the_standard(String name) throws Exception {
        schema().newValidator().validate(new StreamSource(new StringReader(Bpmn.xml(SopTexts.sop(name)))));
    }

    @Test
    void the_schema_catches_what_is_no_bpmn() throws Exception {
        String broken = Bpmn.xml(SopTexts.sop("004-cilacap-laporbup")).replace("userTask", "kotak");
        Schema schema = schema();
        assertThatThrownBy(() -> schema.newValidator().validate(new StreamSource(new StringReader(broken))))
                .isInstanceOf(SAXParseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void every_flow_has_its_ends_every_node_its_place_and_every_name_is_used_once(String name) throws Exception {
        Document xml = parse(Bpmn.xml(SopTexts.sop(name)));
        Set<String> ids = new HashSet<>();
        elements(xml, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> assertThat(ids.add(id)).as(id).isTrue());
        for (Element flow : elements(xml, "sequenceFlow")) {
            assertThat(ids).contains(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
        }
        Set<String> drawn = new HashSet<>();
        for (Element shape : elements(xml, "BPMNShape")) {
            Element bounds =
                    (Element) shape.getElementsByTagNameNS("*", "Bounds").item(0);
            assertThat(Integer.parseInt(bounds.getAttribute("width"))).isPositive();
            drawn.add(shape.getAttribute("bpmnElement"));
        }
        for (String kind : List.of(
                "startEvent", "userTask", "serviceTask", "exclusiveGateway", "endEvent", "lane", "participant")) {
            elements(xml, kind).forEach(node -> assertThat(drawn).contains(node.getAttribute("id")));
        }
        assertThat(elements(xml, "BPMNEdge")).hasSameSizeAs(elements(xml, "sequenceFlow"));
    }

    @Test
    void two_shapes_never_stand_on_each_other() throws Exception {
        Document xml = parse(Bpmn.xml(SopTexts.sop("003-mojokerto")));
        List<int[]> boxes = new ArrayList<>();
        for (Element shape : elements(xml, "BPMNShape")) {
            if (shape.getAttribute("bpmnElement").matches("kolam|lajur_.*")) continue;
            Element bounds =
                    (Element) shape.getElementsByTagNameNS("*", "Bounds").item(0);
            int x = Integer.parseInt(bounds.getAttribute("x"));
            int y = Integer.parseInt(bounds.getAttribute("y"));
            int[] box = {
                x,
                y,
                x + Integer.parseInt(bounds.getAttribute("width")),
                y + Integer.parseInt(bounds.getAttribute("height"))
            };
            assertThat(boxes)
                    .noneMatch(
                            other -> other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3]);
            boxes.add(box);
        }
        assertThat(boxes).hasSizeGreaterThan(20);
    }

    @Test
    void parties_of_a_disposition_work_side_by_side() throws Exception {
        Document xml = parse(Bpmn.xml(SopTexts.sop("000-sipesut-kukar")));
        Element parties = elements(xml, "userTask").stream()
                .filter(task -> task.getAttribute("id").equals("langkah_6"))
                .findFirst()
                .orElseThrow();
        assertThat(parties.getElementsByTagNameNS("*", "multiInstanceLoopCharacteristics")
                        .getLength())
                .isEqualTo(1);
    }

    private static Schema schema() throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(
                Objects.requireNonNull(BpmnTest.class.getResource("/org/camunda/bpm/model/bpmn/schema/BPMN20.xsd")));
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }
}
