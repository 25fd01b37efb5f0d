package id.tindak.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The two ways in which an answer is written, by the ending of the address. */
enum Format {
    XML("xml", "text/xml;charset=utf-8") {
        @Override
        byte[] write(Node root) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(DECLARATION.getBytes(StandardCharsets.UTF_8));
            try {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
                element(xml, root);
                xml.close();
            } catch (XMLStreamException impossible) {
                throw new IllegalStateException(impossible);
            }
            return out.toByteArray();
        }
    },
    JSON("json", "application/json;charset=utf-8") {
        @Override
        byte[] write(Node root) {
            return MAPPER.writeValueAsString(value(root)).getBytes(StandardCharsets.UTF_8);
        }
    };

    /** As the specification writes it; a library's own may use other quotes. */
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String ending;
    private final String type;

    Format(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    abstract byte[] write(Node root);

    String type() {
        return type;
    }

    /** The same without the encoding. */
    String mediaType() {
        return type.substring(0, type.indexOf(';'));
    }

    static Optional<Format> of(String ending) {
        return ending.equals(XML.ending)
                ? Optional.of(XML)
                : ending.equals(JSON.ending) ? Optional.of(JSON) : Optional.empty();
    }

    private static void element(XMLStreamWriter xml, Node node) throws XMLStreamException {
        String text = text(node);
        List<? extends Node> parts = parts(node);
        if (parts.isEmpty() && (text == null || text.isEmpty())) {
            xml.writeEmptyElement(node.name());
            return;
        }
        xml.writeStartElement(node.name());
        if (text != null) xml.writeCharacters(legal(text));
        for (Node part : parts) element(xml, part);
        xml.writeEndElement();
    }

    private static @Nullable String text(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Flag flag -> Boolean.toString(flag.value());
            case Node.Figure figure ->
                figure.value() == null ? null : figure.value().toString();
            case Node.Group group -> null;
            case Node.Series series -> null;
        };
    }

    private static List<? extends Node> parts(Node node) {
        return switch (node) {
            case Node.Group group -> group.parts();
            case Node.Series series -> series.items();
            default -> List.of();
        };
    }

    private static @Nullable Object value(Node node) {
        return switch (node) {
            case Node.Text text -> text.value() == null || text.value().isEmpty() ? null : text.value();
            case Node.Flag flag -> flag.value();
            case Node.Figure figure -> figure.value();
            case Node.Group group -> {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                for (Node part : group.parts()) all.put(part.name(), value(part));
                yield all;
            }
            case Node.Series series -> {
                List<@Nullable Object> all = new ArrayList<>();
                for (Node item : series.items()) all.add(value(item));
                yield all;
            }
        };
    }

    /** What XML 1.0 allows; the rest was never meant to be read. */
    private static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\n' || c == '\t' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
