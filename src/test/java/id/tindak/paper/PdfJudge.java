package id.tindak.paper;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Whether a file is PDF/A-2a and PDF/UA-1, in the judgement of veraPDF. */
public final class PdfJudge {

    private PdfJudge() {}

    /** What the file breaks of PDF/A-2a and PDF/UA-1. */
    public static List<String> faults(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> faults = new java.util.ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1))
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .filter(a -> a.getStatus() != TestAssertion.Status.PASSED)
                        .limit(5)
                        .forEach(a -> faults.add(flavour + " " + a.getRuleId() + " " + a.getMessage()));
                if (!result.isCompliant() && faults.isEmpty()) faults.add(flavour + " is not kept");
            } catch (Exception unreadable) {
                faults.add(flavour + " " + unreadable);
            }
        return faults;
    }
}
