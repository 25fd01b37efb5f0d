package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import id.tindak.base.Chain;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.Header;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a paper together from a case and the agency's settings. What an officer may not see must not be asked for here. */
@Component
public class Sheets {

    private final Agencies agencies;
    private final DispositionBlocks dispositions;

    Sheets(Agencies agencies, DispositionBlocks dispositions) {
        this.agencies = agencies;
        this.dispositions = dispositions;
    }

    /**
     * @param identity whether the paper says who complained: decided, and logged, by the caller
     * @param receiver name of the officer who took the complaint; empty where none did
     */
    public record Wish(PaperKind kind, boolean identity, String receiver, String letterNumber) {}

    public Sheet of(CaseFile file, Wish wish) {
        Complaint c = file.k().complaint();
        Agency agency = agencies.byId(c.agencyId());
        boolean orders = wish.kind() == PaperKind.LEMBAR_DISPOSISI;
        return new Sheet(
                wish.kind(),
                Letterhead.of(agency, agencies.settings(c.agencyId())),
                new Times(agency.zone(), Texts.DEFAULT),
                about(file),
                wish.identity() && c.privacy() != Privacy.TANPA_IDENTITAS
                        ? person(file.k().reporter())
                        : null,
                passages(file),
                file.attachments().stream().map(a -> a.file().name()).toList(),
                orders ? dispositions.blocks(file) : List.of(),
                orders ? DispositionBlocks.aware(file.k().sop()) : List.of(),
                approval(file, wish.kind()).orElse(null),
                wish.receiver(),
                wish.letterNumber());
    }

    private Sheet.About about(CaseFile file) {
        Complaint c = file.k().complaint();
        String category = agencies.categories(c.agencyId()).stream()
                .filter(x -> x.code().equals(c.category()))
                .map(Category::name)
                .findFirst()
                .orElse("");
        String place = Stream.of(c.landmark(), c.village(), c.district())
                .filter(p -> p != null && !p.isBlank())
                .collect(Collectors.joining(", "));
        Sop sop = file.k().sop();
        Header header = sop.header();
        return new Sheet.About(
                c.publicNumber(),
                c.title(),
                Texts.named(Texts.DEFAULT, "desk.kind.", c.kind()),
                Texts.named(Texts.DEFAULT, "desk.channel.", c.channel()),
                c.receivedAt(),
                category,
                place,
                Texts.get(Texts.DEFAULT, "desk.privacy." + c.privacy().name()),
                c.confidential(),
                header.number() == null || header.number().isBlank()
                        ? sop.name()
                        : sop.name() + " (" + header.number() + ")",
                agenda(file));
    }

    /** The last entry counts: a cancelled number is followed by another, or by none. */
    private static String agenda(CaseFile file) {
        String number = "";
        for (Chain e : file.events()) {
            if (!"buku-agenda".equals(e.facts().get("book"))) continue;
            if (e.kind().equals("BOOK_ENTERED")) number = e.facts().getOrDefault("printed", "");
            if (e.kind().equals("BOOK_CANCELLED")) number = "";
        }
        return number;
    }

    private static Sheet.Person person(Reporter r) {
        boolean child = r.relation().equals("WALI"); // a child's name is hidden by default
        return new Sheet.Person(
                Texts.named(Texts.DEFAULT, "desk.reporterKind.", r.kind()),
                Objects.requireNonNullElse(r.name(), ""),
                Objects.requireNonNullElse(r.organisation(), ""),
                child ? "" : Objects.requireNonNullElse(r.represents(), ""),
                Objects.requireNonNullElse(r.address(), ""));
    }

    private static List<Sheet.Passage> passages(CaseFile file) {
        return file.messages().stream()
                .filter(m -> !m.body().isBlank())
                .flatMap(m ->
                        of(m, file)
                                .map(of -> new Sheet.Passage(of, heading(file, m, of), m.at(), paragraphs(m)))
                                .stream())
                .toList();
    }

    /** What a text is on paper; nothing for reasons, notes and notices, and for the steps that only pass the case on. */
    private static Optional<Sheet.Of> of(Message m, CaseFile file) {
        return switch (m.kind()) {
            case COMPLAINT -> Optional.of(Sheet.Of.COMPLAINT);
            case PURPOSE -> Optional.of(Sheet.Of.PURPOSE);
            case COMPLETION, ADDITION -> Optional.of(Sheet.Of.COMPLETION);
            case RESULT -> result(file, m) ? Optional.of(Sheet.Of.RESULT) : Optional.empty();
            case ANSWER -> Optional.of(Sheet.Of.ANSWER);
            default -> Optional.empty();
        };
    }

    private static String heading(CaseFile file, Message m, Sheet.Of of) {
        if (of != Sheet.Of.RESULT) return "";
        return by(file, m)
                .map(a -> file.roleName(a) + ", " + file.personName(m.officerId()))
                .orElse("");
    }

    private static List<String> paragraphs(Message m) {
        return Arrays.stream(m.body().strip().split("\n\\s*\n"))
                .map(String::strip)
                .toList();
    }

    /** Where the SOP names the steps that owe a result, only theirs count; else any text of a step. */
    private static boolean result(CaseFile file, Message m) {
        boolean named = file.k().sop().steps().stream().anyMatch(Sheets::owesResult);
        return !named
                || by(file, m).map(file.k()::step).filter(Sheets::owesResult).isPresent();
    }

    private static boolean owesResult(Step step) {
        return step.branches().stream().anyMatch(b -> b.fills().contains(Branch.RESULT));
    }

    /** The work that ended with this text. */
    private static Optional<Assignment> by(CaseFile file, Message m) {
        return file.k().assignments().stream()
                .filter(a -> Objects.equals(a.doneBy(), m.officerId()) && m.at().equals(a.doneAt()))
                .findFirst();
    }

    /** Who answers for what the paper says: of a letter and a report whoever wrote the result, else the answer. */
    private static Optional<Sheet.Approval> approval(CaseFile file, PaperKind kind) {
        if (kind != PaperKind.SURAT_JAWABAN && kind != PaperKind.NOTA_HASIL) return Optional.empty();
        return file.messages().reversed().stream()
                .filter(m -> m.kind() == Message.Kind.RESULT && result(file, m))
                .findFirst()
                .or(() -> last(file, Message.Kind.ANSWER))
                .map(m -> approval(file, m));
    }

    private static Optional<Message> last(CaseFile file, Message.Kind kind) {
        return file.messages().reversed().stream().filter(m -> m.kind() == kind).findFirst();
    }

    private static Sheet.Approval approval(CaseFile file, Message m) {
        Officer officer = file.people().get(m.officerId());
        return new Sheet.Approval(
                by(file, m).map(file::roleName).orElse(""),
                officer == null ? "" : officer.name(),
                officer == null ? "" : Objects.requireNonNullElse(officer.nip(), ""),
                m.at());
    }
}
