package id.tindak.register;

import static id.tindak.complaint.EnteredField.PEMBAWA;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Correction;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reception;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Assignment;
import id.tindak.handling.Recorder;
import id.tindak.handling.Transition;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a step's {@code catat} asks for: the case with what it has for the columns of each book. */
@Component
class Recording implements Recorder {

    private final Books books;
    private final Numbers numbers;
    private final BookStore store;
    private final Complaints complaints;
    private final People people;

    Recording(Books books, Numbers numbers, BookStore store, Complaints complaints, People people) {
        this.books = books;
        this.numbers = numbers;
        this.store = store;
        this.complaints = complaints;
        this.people = people;
    }

    @Override
    public boolean knows(int agencyId, String book) {
        return books.find(agencyId, book).isPresent();
    }

    @Override
    public Optional<String> letters(int agencyId) {
        return books.letters(agencyId).map(Book::key);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Event> record(Transition t) {
        Complaint c = t.complaint();
        List<Event> events = new ArrayList<>();
        List<Numbers.Wanted> wanted = new ArrayList<>();
        Reception noted = complaints.reception(c);
        new TreeMap<>(t.books()).forEach((key, step) -> {
            Book book = books.find(c.agencyId(), key).orElse(null);
            // an SOP in force may still name a book of before this was checked: the case goes on, and says so
            if (book == null)
                events.add(Event.of(Event.Kind.EFFECT_NOT_BUILT, null, "step", step, "word", "catat:" + key));
            else
                addressees(t, book)
                        .forEach(to ->
                                wanted.add(new Numbers.Wanted(book, entry(t, book, step, to.orElse(null), noted))));
        });
        for (Numbers.Given g : numbers.enter(c.agencyId(), wanted, t.now(), t.officer()))
            events.add(event(g.book().key(), g.number(), t.officer()));
        return events;
    }

    /** The link that says in the case's chain where it stands: numbers only. */
    static Event event(String book, Written.Done number, @Nullable Long officer) {
        return Event.of(
                Event.Kind.BOOK_ENTERED,
                officer,
                "book",
                book,
                "year",
                Integer.toString(number.year()),
                "entry",
                Integer.toString(number.number()),
                "printed",
                number.printed());
    }

    /** The hand-over book has a line for each who gets the case with this step; the others have one for the case. */
    private List<Optional<String>> addressees(Transition t, Book book) {
        if (book.kind() != BookKind.DISPATCH) return List.of(Optional.empty());
        Set<Long> before = t.before().assignments().stream().map(Assignment::id).collect(Collectors.toSet());
        List<Optional<String>> given = t.opened().stream()
                .filter(a -> !before.contains(a.id()) && !a.waitsForReporter())
                .map(a -> Optional.of(holder(t, a)))
                .distinct()
                .toList();
        return given.isEmpty() ? List.of(Optional.empty()) : given;
    }

    /** A party by its unit and person, any other by its role. */
    private String holder(Transition t, Assignment a) {
        Actor role = t.before().sop().actor(a.role());
        Long person = a.officerId();
        String unit = unit(a.unitId(), t.complaint().agencyId());
        if (role.from() != Actor.From.DISPOSITION) return unit.isEmpty() ? role.name() : role.name() + ", " + unit;
        String name = person == null
                ? ""
                : people.officer(t.complaint().agencyId(), person)
                        .map(Officer::name)
                        .orElse("");
        if (unit.isEmpty()) return name.isEmpty() ? role.name() : name;
        return name.isEmpty() ? unit : name + ", " + unit;
    }

    private NewEntry entry(Transition t, Book book, String step, @Nullable String addressee, Reception noted) {
        Complaint c = t.complaint();
        Reporter r = t.before().reporter();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field f : book.kind().fields()) {
            String value = value(f, t, book, r, noted);
            if (!value.isEmpty()) fields.put(f, value);
        }
        if (addressee != null) fields.put(Field.TUJUAN, addressee);
        // a guest came when the complaint did, however late the step is ended
        Instant at = book.kind() == BookKind.GUESTS ? c.receivedAt() : t.now();
        return new NewEntry(null, at, c.id(), new NewEntry.Asked(step, c.round(), addressee), null, fields);
    }

    private String value(Field f, Transition t, Book book, Reporter r, Reception noted) {
        return switch (f) {
            case KANAL -> t.complaint().channel();
            case NAMA -> book.kind() == BookKind.GUESTS ? either(noted, PEMBAWA, r.name()) : or(r.name());
            case ASAL -> or(r.organisation());
            case ALAMAT -> or(r.address());
            case TELEPON -> noted.value(PEMBAWA).isEmpty() ? or(r.phone()) : "";
            case NOMOR_SURAT -> either(noted, EnteredField.NOMOR_SURAT, noted.value(EnteredField.NOMOR_LUAR));
            case TANGGAL_SURAT -> noted.value(EnteredField.TANGGAL_SURAT);
            case LAMPIRAN -> noted.value(EnteredField.LAMPIRAN);
            case PERIHAL, KEPERLUAN -> t.complaint().title();
            case KLASIFIKASI -> book.classification();
            case PENERIMA -> book.kind() == BookKind.OUTGOING ? receiver(t, r) : "";
            case TUJUAN -> unit(t.handling().targetUnitId(), t.complaint().agencyId());
            case SOLUSI -> decided(t);
            default -> "";
        };
    }

    /** The wording on which the step decided. */
    private static String decided(Transition t) {
        return t.texts().stream()
                .filter(m -> m.kind() == Message.Kind.WORDING)
                .map(Message::body)
                .findFirst()
                .orElse("");
    }

    /** A letter goes to the outside body that the case is passed on to, else to the reporter. */
    private static String receiver(Transition t, Reporter r) {
        if (!t.addressee().isEmpty()) return t.addressee();
        return or(r.name() == null ? r.organisation() : r.name());
    }

    private String unit(@Nullable Long id, int agencyId) {
        return people.units(agencyId).stream()
                .filter(u -> Objects.equals(u.id(), id))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }

    /** What was noted at the counter, else this. */
    private static String either(Reception noted, EnteredField field, @Nullable String other) {
        String value = noted.value(field);
        return value.isEmpty() ? or(other) : value;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Event> corrected(Complaint c, Correction correction, String reason) {
        List<Event> events = new ArrayList<>();
        for (Field column : columns(correction.field()))
            for (BookStore.Told told : store.told(c.agencyId(), c.id(), column)) {
                Book book = books.find(c.agencyId(), told.at().book()).orElse(null);
                boolean said = book != null
                        && says(book, column, correction.field())
                        && told.value().equals(correction.from());
                if (!said) continue;
                store.correction(
                        c.agencyId(),
                        Ids.next(correction.at()),
                        told.at(),
                        new Entry.Correction(
                                column.key(), told.value(), reason, correction.at(), correction.officerId()));
                store.field(c.agencyId(), told.at(), column, correction.to());
                events.add(Event.of(
                        Event.Kind.BOOK_CORRECTED,
                        correction.officerId(),
                        "book",
                        told.at().book(),
                        "year",
                        Integer.toString(told.at().year()),
                        "entry",
                        Integer.toString(told.at().number()),
                        "printed",
                        told.printed(),
                        "field",
                        column.key()));
            }
        return events;
    }

    /** Where a book writes what the counter noted. */
    private static List<Field> columns(EnteredField field) {
        return switch (field) {
            case JUDUL -> List.of(Field.PERIHAL, Field.KEPERLUAN);
            case NAMA -> List.of(Field.NAMA, Field.PENERIMA);
            case PEMBAWA -> List.of(Field.NAMA);
            case LEMBAGA -> List.of(Field.ASAL);
            case ALAMAT -> List.of(Field.ALAMAT);
            case HP -> List.of(Field.TELEPON);
            case NOMOR_SURAT, NOMOR_LUAR -> List.of(Field.NOMOR_SURAT);
            case TANGGAL_SURAT -> List.of(Field.TANGGAL_SURAT);
            case LAMPIRAN -> List.of(Field.LAMPIRAN);
            default -> List.of();
        };
    }

    /** Whether this book has the column, and means the same by it. */
    private static boolean says(Book book, Field column, EnteredField field) {
        if (!book.kind().fields().contains(column)) return false;
        if (column == Field.PENERIMA) return book.kind() == BookKind.OUTGOING;
        return field != PEMBAWA || book.kind() == BookKind.GUESTS;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
