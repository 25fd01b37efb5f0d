package id.tindak.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes PDF of markup: PDF/A-2a and PDF/UA-1, tagged, with bundled fonts only. Nothing is fetched: the one style sheet is ours, and pictures are
 * those that are handed over by name; any other address, of the net or of the disk, leads nowhere.
 */
@Component
class Press {

    /** Beginning of the address under which a template names a picture that is handed over. */
    static final String PICTURE = "gambar:";

    static final String LIBERATION = "/liberation/LiberationSerif-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";
    /** For a letter that no font has. */
    private static final String BOX = "\u25a1";

    /** A paper of many pages takes some ten MB while it is made. */
    private static final Semaphore TWO = new Semaphore(2, true);

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press() {
        XRLog.setLoggingEnabled(false);
    }

    record Printed(byte[] content, int pages) {}

    /**
     * @param markup a whole document, well-formed as XML, with a title
     * @param style name of a style sheet beside this class
     * @param pictures PNG by name
     */
    Printed pdf(String markup, String style, Map<String, byte[]> pictures) {
        Document document = styled(markup, style);
        TWO.acquireUninterruptibly();
        try {
            return print(document, pictures);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            TWO.release();
        }
    }

    /** Where the boxes of some elements came to stand. */
    interface Places {

        /** Draws over the file. */
        void draw(PDDocument file, List<PagePosition<Box>> places) throws IOException;
    }

    /**
     * The same with a drawing over it, as decoration: what it says has to be in the words too.
     *
     * @param ids of the elements whose places the drawing needs
     */
    Printed pdf(String markup, String style, Pattern ids, Places drawing) {
        Document document = styled(markup, style);
        TWO.acquireUninterruptibly();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfBoxRenderer renderer = press(document, Map.of(), out).buildPdfRenderer()) {
                renderer.layout();
                int pages = renderer.getRootBox().getLayer().getPages().size();
                renderer.createPDF();
                List<PagePosition<Box>> places = renderer.findPagePositionsByID(ids); // known only now
                try (PDDocument file = Loader.loadPDF(out.toByteArray())) {
                    drawing.draw(file, places);
                    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
                    file.save(drawn);
                    return new Printed(drawn.toByteArray(), pages);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            TWO.release();
        }
    }

    private static Document styled(String markup, String style) {
        Document document = document(markup);
        Element css = document.createElement("style");
        css.setTextContent(text("/id/tindak/paper/" + style));
        document.getElementsByTagName("head").item(0).appendChild(css);
        return document;
    }

    private Printed print(Document document, Map<String, byte[]> pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = press(document, pictures, out).buildPdfRenderer()) {
            renderer.layout();
            int pages = renderer.getRootBox().getLayer().getPages().size();
            renderer.createPDF();
            return new Printed(out.toByteArray(), pages);
        }
    }

    private PdfRendererBuilder press(Document document, Map<String, byte[]> pictures, ByteArrayOutputStream out) {
        PdfRendererBuilder press = new PdfRendererBuilder()
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .withProducer("Tindak")
                .useReplacementText(BOX)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useUriResolver((base, address) -> pictures.containsKey(name(address)) ? address : null)
                .useProtocolsStreamImplementation(address -> stream(pictures, address), "gambar")
                .withW3cDocument(document, null)
                .toStream(out);
        font(press, LIBERATION + "Regular.ttf", "naskah", 400, FontStyle.NORMAL);
        font(press, LIBERATION + "Bold.ttf", "naskah", 700, FontStyle.NORMAL);
        font(press, LIBERATION + "Italic.ttf", "naskah", 400, FontStyle.ITALIC);
        font(press, DEJAVU + ".ttf", "aksara", 400, FontStyle.NORMAL);
        font(press, DEJAVU + "-Bold.ttf", "aksara", 700, FontStyle.NORMAL);
        return press;
    }

    private static void font(PdfRendererBuilder press, String file, String family, int weight, FontStyle style) {
        press.useFont(() -> resource(file), family, weight, style, true);
    }

    private static String name(@Nullable String address) {
        return address != null && address.startsWith(PICTURE) ? address.substring(PICTURE.length()) : "";
    }

    private static FSStream stream(Map<String, byte[]> pictures, String address) {
        byte[] content = pictures.getOrDefault(name(address), new byte[0]);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(content);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    private static Document document(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml(markup))));
        } catch (ParserConfigurationException | IOException | SAXException fault) {
            throw new IllegalStateException("a paper's template is not well-formed", fault);
        }
    }

    /** Without the characters that XML forbids even when they are written as numbers. */
    private static String xml(String markup) {
        StringBuilder out = new StringBuilder(markup.length());
        markup.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Press.class.getResourceAsStream(name), name);
    }

    private static String text(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
