package id.tindak.paper;

import id.tindak.base.web.Download;
import id.tindak.base.web.Templates;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the file of a sheet that belongs to no case, for the wall or for a pen: A4 upright, as durable and accessible as the papers. */
@Component
public class SheetPress {

    private final Press press;
    private final Logos logos;

    SheetPress(Press press, Logos logos) {
        this.press = press;
        this.logos = logos;
    }

    /** @param template of a whole document, well-formed as XML; gets {@code logo} beside its own, whether the agency's sign stands in it as {@code gambar:lambang} */
    public Download download(int agencyId, String template, Map<String, Object> params, String name) {
        byte[] logo = logos.of(agencyId);
        Map<String, Object> all = new HashMap<>(params);
        all.put("logo", logo != null);
        byte[] bytes = press.pdf(
                        Templates.text(template, all),
                        "lembar-pdf.css",
                        logo == null ? Map.of() : Map.of("lambang", logo))
                .content();
        return new Download(name, "application/pdf", bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
