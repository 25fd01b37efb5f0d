package id.tindak.paper;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the file of a book's page range: A4 landscape, its head on every page, as durable and accessible as the papers. */
@Component
public class BookPress {

    private final Press press;
    private final Logos logos;

    BookPress(Press press, Logos logos) {
        this.press = press;
        this.logos = logos;
    }

    /** @param markup a whole document, well-formed as XML; the agency's sign stands in it as {@code gambar:lambang} */
    public byte[] of(int agencyId, String markup) {
        byte[] logo = logos.of(agencyId);
        return press.pdf(markup, "buku-pdf.css", logo == null ? Map.of() : Map.of("lambang", logo))
                .content();
    }

    /** Whether the agency has a sign for its letterhead. */
    public boolean logo(int agencyId) {
        return logos.of(agencyId) != null;
    }
}
