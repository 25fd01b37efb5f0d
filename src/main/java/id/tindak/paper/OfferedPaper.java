package id.tindak.paper;

import id.tindak.base.Chain;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Transfer;
import id.tindak.message.Message;
import id.tindak.sop.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A paper that can be made of a case as it stands, read off its chain.
 *
 * @param due a step of the SOP asked for it and nobody has printed it since
 * @param prints how often it was printed
 */
public record OfferedPaper(PaperKind kind, boolean due, int prints) {

    /** Messages that did not come on paper or by mouth: of them a letter can be made. */
    private static final Set<String> ONLINE =
            Set.of("web", "whatsapp", "sms", "email", "instagram", "facebook", "lapor");

    private static final Set<String> PRINTED = Set.of("PAPER_ISSUED", "PAPER_REPRINTED");

    /** Those that are due first. */
    public static List<OfferedPaper> of(CaseFile file) {
        List<OfferedPaper> all = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            OfferedPaper paper = of(file, kind);
            if (paper.due() || paper.prints() > 0 || fits(file, kind)) all.add(paper);
        }
        all.sort(Comparator.comparing(OfferedPaper::due).reversed());
        return List.copyOf(all);
    }

    private static OfferedPaper of(CaseFile file, PaperKind kind) {
        boolean due = false;
        int prints = 0;
        for (Chain e : file.events()) {
            if (!kind.code().equals(e.facts().get("paper"))) continue;
            if (PRINTED.contains(e.kind())) prints++;
            if (e.kind().equals("PAPER_DUE") || PRINTED.contains(e.kind()))
                due = e.kind().equals("PAPER_DUE");
        }
        return new OfferedPaper(kind, due, prints);
    }

    private static boolean fits(CaseFile file, PaperKind kind) {
        return switch (kind) {
            case TANDA_TERIMA, DATA_PENGADUAN -> true;
            case SURAT_PENGADUAN ->
                named(file, kind) && ONLINE.contains(file.k().complaint().channel());
            case LEMBAR_DISPOSISI ->
                named(file, kind) || !DispositionBlocks.givers(file.k().sop()).isEmpty();
            case SURAT_JAWABAN -> has(file, Message.Kind.ANSWER);
            case SURAT_PENERUSAN -> file.k().transfers().stream().anyMatch(t -> t.kind() == Transfer.Kind.BODY);
            case NOTA_HASIL -> has(file, Message.Kind.RESULT);
            case CATATAN_SOLUSI -> named(file, kind) && has(file, Message.Kind.RESULT);
        };
    }

    private static boolean named(CaseFile file, PaperKind kind) {
        return file.k().sop().steps().stream()
                .flatMap(s -> s.effects().stream())
                .anyMatch(e -> e.word().equals(Effect.PRINT) && e.argument().equals(kind.code()));
    }

    private static boolean has(CaseFile file, Message.Kind kind) {
        return file.messages().stream()
                .anyMatch(m -> m.kind() == kind && !m.body().isBlank());
    }
}
