package id.tindak.paper;

import id.tindak.base.web.Templates;
import id.tindak.sop.Sop;
import id.tindak.sop.SopTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The SOP AP table (PermenPANRB 35/2012) as PDF. A version in force never changes, so each is drawn once and kept while it is asked for. */
@Service
public class ProcedureSheets {

    private static final int KEPT = 12;
    private static final Pattern CELLS = Pattern.compile("alir-\\d+-\\d+");

    private final Press press;
    private final Map<Sop, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sop, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    ProcedureSheets(Press press) {
        this.press = press;
    }

    /** One at a time: whoever asks for the same meanwhile waits for it instead of drawing it again. */
    public synchronized byte[] of(Sop sop) {
        return kept.computeIfAbsent(sop, this::drawn);
    }

    private byte[] drawn(Sop sop) {
        return print(sop).content();
    }

    Press.Printed print(Sop sop) {
        SopTable.Sheet sheet = SopTable.sheet(sop, FlowDrawing.SCALE);
        return press.pdf(
                Templates.text(
                        "paper/procedure.jte",
                        Map.of("title", "SOP " + sop.name(), "agency", sop.agency(), "content", sheet.markup())),
                "sop-pdf.css",
                CELLS,
                (file, places) -> new FlowDrawing(file, sheet, places).draw());
    }
}
