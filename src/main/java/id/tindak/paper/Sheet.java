package id.tindak.paper;

import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.handling.Disposition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one paper, for the templates in {@code jte/paper}. A paper is in Indonesian, whatever language its reader has chosen for the pages.
 *
 * @param reporter null when the paper does not say who complained
 * @param passages what was written, in the order in which it is to be read
 * @param items files that came with the complaint
 * @param blocks places for orders, for a disposition sheet
 * @param aware who only takes note (mengetahui)
 * @param approval who decided what the paper says; null when nobody has to
 * @param receiver the officer who took the complaint at the counter, or the outside body to which a letter of transfer goes; empty elsewhere
 * @param letterDate when the letter went out; null while that is left for the pen
 */
public record Sheet(
        PaperKind kind,
        Letterhead head,
        Times times,
        About about,
        @Nullable Person reporter,
        List<Passage> passages,
        List<String> items,
        List<Block> blocks,
        List<Aware> aware,
        @Nullable Approval approval,
        String receiver,
        String letterNumber,
        @Nullable Instant letterDate) {

    /**
     * The complaint in words.
     *
     * @param place empty when none was given
     * @param sop name and number of the procedure
     * @param agenda number in the agenda book; empty before it has one
     * @param letter what the letter says of itself
     * @param noted empty where the reporter filed it himself
     */
    public record About(
            String number,
            String title,
            String kind,
            String channel,
            Instant receivedAt,
            String category,
            String place,
            String privacy,
            boolean confidential,
            String sop,
            String agenda,
            Letter letter,
            List<Noted> noted) {}

    /**
     * Number and date for the head of a disposition sheet (SK DPRD Pasuruan, 1e: "membuat informasi surat").
     *
     * @param number empty where the letter has none, or nobody noted it
     * @param date in words; empty likewise
     */
    public record Letter(String number, String date) {}

    /** What the front office noted of a letter, a call or a message. */
    public record Noted(String label, String value) {}

    /** Who complained. Never a telephone number or NIK: those do not leave the program on paper (RULES.md, Privacy modes). */
    public record Person(String kind, String name, String organisation, String represents, String address) {

        /** "Forum Warga RW 05" where somebody speaks for many, else the person's own name. */
        public String sender() {
            return organisation.isEmpty() ? name : name.isEmpty() ? organisation : organisation + " (" + name + ")";
        }
    }

    /** @param heading empty for a text without one */
    public record Passage(Of of, String heading, Instant at, List<String> paragraphs) {}

    /** What kind of text a passage is. */
    public enum Of {
        COMPLAINT,
        PURPOSE,
        COMPLETION,
        RESULT,
        ANSWER
    }

    /**
     * One role that gives orders on a disposition sheet.
     *
     * @param giver the SOP's name of the role; empty when the procedure names none
     * @param receivers whom the pen may tick
     * @param wishes the agency's own words to tick
     * @param orders what was given; empty: the boxes wait for the pen
     */
    public record Block(String giver, List<Receiver> receivers, List<String> wishes, List<Order> orders) {}

    /** @param elected is asked ("mohon"), not ordered, and has no time limit */
    public record Receiver(String name, boolean elected) {}

    /** @param deadline null for elected ones and where none was set */
    public record Order(
            String from,
            List<String> to,
            List<String> instructions,
            String note,
            @Nullable Instant deadline,
            Disposition.Urgency urgency,
            Disposition.Classification classification,
            Instant at) {}

    /**
     * @param role the SOP's name of it
     * @param by who took note for it; empty while nobody has
     * @param at null likewise
     */
    public record Aware(String role, String by, @Nullable Instant at) {}

    /** @param nip empty when there is none */
    public record Approval(String position, String name, String nip, Instant at) {}

    public String t(String key, Object... args) {
        return Texts.get(Texts.DEFAULT, key, args);
    }

    /** A box of the sheet's head: ticked for the most urgent of the orders; none while nothing is ordered. */
    public String box(Disposition.Urgency urgency) {
        return tick(orders().map(Order::urgency).max(Comparator.naturalOrder()).filter(urgency::equals));
    }

    /** The same for who may know; a confidential case is secret whatever was ordered. */
    public String box(Disposition.Classification of) {
        return tick(Stream.concat(
                        about.confidential() ? Stream.of(Disposition.Classification.RAHASIA) : Stream.of(),
                        orders().map(Order::classification))
                .max(Comparator.naturalOrder())
                .filter(of::equals));
    }

    private Stream<Order> orders() {
        return blocks.stream().flatMap(b -> b.orders().stream());
    }

    private static String tick(Optional<?> chosen) {
        return chosen.isPresent() ? "☒" : "☐";
    }

    public List<Passage> passages(Of of) {
        return passages.stream().filter(p -> p.of() == of).toList();
    }

    public String title() {
        return t(kind.key()) + " " + about.number();
    }
}
