package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import id.tindak.agency.Settings;
import id.tindak.agency.Unit;
import id.tindak.base.Chain;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reception;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Transfer;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.Header;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a paper together from a case and the agency's settings. What an officer may not see must not be asked for here. */
@Component
public class Sheets {

    /** What stands on paper of that which the front office noted: no person but the sender. */
    private static final Set<EnteredField> PRINTED = EnumSet.of(
            EnteredField.NOMOR_SURAT,
            EnteredField.TANGGAL_SURAT,
            EnteredField.LAMPIRAN,
            EnteredField.MEDIA,
            EnteredField.WAKTU_TAYANG,
            EnteredField.NOMOR_LUAR,
            EnteredField.NOMOR_CETAK);

    private final Agencies agencies;
    private final Complaints complaints;
    private final DispositionBlocks dispositions;

    Sheets(Agencies agencies, Complaints complaints, DispositionBlocks dispositions) {
        this.agencies = agencies;
        this.complaints = complaints;
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
        Reception noted = complaints.reception(c);
        boolean orders = wish.kind() == PaperKind.LEMBAR_DISPOSISI;
        return new Sheet(
                wish.kind(),
                head(file, wish.kind(), agency),
                new Times(agency.zone(), Texts.DEFAULT),
                about(file, noted),
                wish.identity() && c.privacy() != Privacy.TANPA_IDENTITAS
                        ? person(file.k().reporter())
                        : null,
                passages(file),
                items(file, noted),
                orders ? dispositions.blocks(file) : List.of(),
                orders ? DispositionBlocks.aware(file) : List.of(),
                approval(file, wish.kind()).orElse(null),
                wish.kind() == PaperKind.SURAT_PENERUSAN ? addressee(file) : wish.receiver(),
                number(file, wish),
                wish.kind() == PaperKind.SURAT_JAWABAN
                        ? last(file, Message.Kind.ANSWER).map(Message::at).orElse(null)
                        : null);
    }

    private Sheet.About about(CaseFile file, Reception noted) {
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
        Times times = new Times(agencies.byId(c.agencyId()).zone(), Texts.DEFAULT);
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
                agenda(file),
                letter(c, noted, times),
                noted(noted, times));
    }

    /** A message that came without paper is a letter of the day on which it came. */
    private static Sheet.Letter letter(Complaint c, Reception noted, Times times) {
        String day = noted.value(EnteredField.TANGGAL_SURAT);
        boolean paper = !noted.value(EnteredField.ASLI).isEmpty();
        return new Sheet.Letter(
                noted.value(EnteredField.NOMOR_SURAT),
                day.isEmpty()
                        ? paper ? "" : times.longDate(c.receivedAt())
                        : written(EnteredField.TANGGAL_SURAT, day, times));
    }

    /** The outside body to which the case went last. */
    private static String addressee(CaseFile file) {
        return file.k().transfers().stream()
                .filter(t -> t.kind() == Transfer.Kind.BODY)
                .reduce((first, second) -> second)
                .map(Transfer::place)
                .orElse("");
    }

    /** The head of those in whose name a letter is signed: of a unit or a leader, where the agency has written one down. */
    private Letterhead head(CaseFile file, PaperKind kind, Agency agency) {
        Settings settings = agencies.settings(agency.id());
        Optional<Assignment> signed =
                kind == PaperKind.SURAT_JAWABAN ? responsible(file).flatMap(m -> by(file, m)) : Optional.empty();
        return Letterhead.of(
                agency,
                settings,
                signed.map(Assignment::role).orElse(""),
                signed.map(a -> file.units().get(a.unitId())).map(Unit::code).orElse(""));
    }

    private static String number(CaseFile file, Wish wish) {
        String registered = wish.kind() == PaperKind.SURAT_JAWABAN || wish.kind() == PaperKind.SURAT_PENERUSAN
                ? outgoing(file)
                : "";
        return registered.isEmpty() ? wish.letterNumber() : registered;
    }

    /** Number of this round's letter in the book of letters; empty while it has none. */
    static String outgoing(CaseFile file) {
        List<Chain> events = file.events();
        int reopened = 0;
        for (int i = 0; i < events.size(); i++) if (events.get(i).kind().equals("REOPENED")) reopened = i;
        return entry(events.subList(reopened, events.size()), "surat-keluar");
    }

    private static String agenda(CaseFile file) {
        return entry(file.events(), "buku-agenda");
    }

    /** The last entry counts: a cancelled number is followed by another, or by none. */
    private static String entry(List<Chain> events, String book) {
        String number = "";
        for (Chain e : events) {
            if (!book.equals(e.facts().get("book"))) continue;
            if (e.kind().equals("BOOK_ENTERED")) number = e.facts().getOrDefault("printed", "");
            if (e.kind().equals("BOOK_CANCELLED")) number = "";
        }
        return number;
    }

    private static List<Sheet.Noted> noted(Reception reception, Times times) {
        return reception.values().entrySet().stream()
                .filter(e -> PRINTED.contains(e.getKey()))
                .map(e -> new Sheet.Noted(
                        Texts.get(Texts.DEFAULT, "reception." + e.getKey().key()),
                        written(e.getKey(), e.getValue(), times)))
                .toList();
    }

    /** The letter itself counts, scanned or not. */
    private static List<String> items(CaseFile file, Reception noted) {
        Stream<String> letter = noted.value(EnteredField.ASLI).isEmpty()
                ? Stream.empty()
                : Stream.of(Texts.get(Texts.DEFAULT, "paper.items.letter"));
        return Stream.concat(
                        letter, file.attachments().stream().map(a -> a.file().name()))
                .toList();
    }

    private static String written(EnteredField field, String value, Times times) {
        return switch (field) {
            case TANGGAL_SURAT -> {
                LocalDate day = DateField.parse(value);
                yield day == null ? value : times.longDate(day);
            }
            case WAKTU_TAYANG -> times.longMoment(Instant.parse(value));
            case MEDIA -> Texts.named(Texts.DEFAULT, "channel.", value);
            default -> value;
        };
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

    private List<Sheet.Passage> passages(CaseFile file) {
        return file.messages().stream()
                .filter(m -> !m.body().isBlank())
                .flatMap(m ->
                        of(m, file)
                                .map(of -> new Sheet.Passage(of, heading(file, m, of), m.at(), paragraphs(file, m)))
                                .stream())
                .toList();
    }

    /** What a text is on paper; nothing for reasons, notes and notices, and for the steps that only pass the case on. */
    private static Optional<Sheet.Of> of(Message m, CaseFile file) {
        return switch (m.kind()) {
            case COMPLAINT, CORRECTION -> Optional.of(Sheet.Of.COMPLAINT);
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

    /** An answer says with its words what it promises. */
    private List<String> paragraphs(CaseFile file, Message m) {
        List<String> all = new ArrayList<>(Arrays.stream(m.body().strip().split("\n\\s*\n"))
                .map(String::strip)
                .toList());
        if (m.kind() != Message.Kind.ANSWER) return all;
        Times times = new Times(agencies.byId(file.k().complaint().agencyId()).zone(), Texts.DEFAULT);
        List<String> promised = file.k().commitments().stream()
                .filter(c -> m.at().equals(c.toldAt()) && !c.what().isEmpty())
                .map(c -> Texts.get(
                        Texts.DEFAULT,
                        c.responsible().isEmpty() ? "paper.answer.promise" : "paper.answer.promise-by",
                        c.what(),
                        times.longDate(c.firstDue()),
                        c.responsible()))
                .toList();
        if (!promised.isEmpty()) all.add(Texts.get(Texts.DEFAULT, "paper.answer.promises"));
        for (int i = 0; i < promised.size(); i++) all.add((i + 1) + ". " + promised.get(i));
        return all;
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

    private static Optional<Sheet.Approval> approval(CaseFile file, PaperKind kind) {
        if (kind == PaperKind.SURAT_JAWABAN) return responsible(file).map(m -> approval(file, m));
        return kind == PaperKind.NOTA_HASIL
                ? result(file).or(() -> last(file, Message.Kind.ANSWER)).map(m -> approval(file, m))
                : Optional.empty();
    }

    /** With which text somebody took the answer upon himself: its approval, else the result on which it stands, else the answer. */
    private static Optional<Message> responsible(CaseFile file) {
        return file.k()
                .approval()
                .flatMap(a -> last(file, Message.Kind.WORDING))
                .or(() -> result(file))
                .or(() -> last(file, Message.Kind.ANSWER));
    }

    private static Optional<Message> result(CaseFile file) {
        return file.messages().reversed().stream()
                .filter(m -> m.kind() == Message.Kind.RESULT && !m.body().isBlank() && result(file, m))
                .findFirst();
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
