package id.tindak.register;

import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Recorder;
import id.tindak.handling.Transition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a step's {@code catat} asks for: the case with what it has for the columns of each book. */
@Component
class Recording implements Recorder {

    private final Books books;
    private final Numbers numbers;
    private final People people;

    Recording(Books books, Numbers numbers, People people) {
        this.books = books;
        this.numbers = numbers;
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
        new TreeMap<>(t.books()).forEach((key, step) -> {
            Book book = books.find(c.agencyId(), key).orElse(null);
            // an SOP in force may still name a book of before this was checked: the case goes on, and says so
            if (book == null)
                events.add(Event.of(Event.Kind.EFFECT_NOT_BUILT, null, "step", step, "word", "catat:" + key));
            else wanted.add(new Numbers.Wanted(book, entry(t, book, step)));
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

    private NewEntry entry(Transition t, Book book, String step) {
        Complaint c = t.complaint();
        Reporter r = t.before().reporter();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field f : book.kind().fields()) {
            String value = value(f, t, book, r);
            if (!value.isEmpty()) fields.put(f, value);
        }
        return new NewEntry(null, t.now(), c.id(), new NewEntry.Asked(step, c.round()), null, fields);
    }

    private String value(Field f, Transition t, Book book, Reporter r) {
        return switch (f) {
            case KANAL -> t.complaint().channel();
            case NAMA -> or(r.name());
            case ASAL -> or(r.organisation());
            case ALAMAT -> or(r.address());
            case PERIHAL, KEPERLUAN -> t.complaint().title();
            case KLASIFIKASI -> book.classification();
            case PENERIMA -> book.kind() == BookKind.OUTGOING ? or(r.name() == null ? r.organisation() : r.name()) : "";
            case TUJUAN -> unit(t);
            default -> "";
        };
    }

    /** The unit to which the case goes with this step. */
    private String unit(Transition t) {
        Long target = t.handling().targetUnitId();
        return people.units(t.complaint().agencyId()).stream()
                .filter(u -> Objects.equals(u.id(), target))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
