package id.tindak.frontdesk;

import id.tindak.base.web.Qr;
import id.tindak.paper.Letterhead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was just entered, for handing out its receipt.
 *
 * @param what subject, or that it is secret
 * @param books where it stands: name, number, address of the entry
 * @param receipt address of a letter's receipt; null where there is none
 * @param proof opens a complaint's receipt; null where there is none to print any more
 * @param qr leads to the tracking page; null without a complaint
 * @param letterToPrint whether the complaint letter is to be made of it (SK DPRD Pasuruan, 2e)
 * @param logo whether the agency has a sign for its letterhead
 */
public record Entered(
        CounterEntry entry,
        String what,
        List<BookLine> books,
        @Nullable String receipt,
        @Nullable String proof,
        @Nullable Qr qr,
        boolean letterToPrint,
        String receivedBy,
        String enteredBy,
        Letterhead head,
        boolean logo) {

    public boolean printable() {
        return receipt != null || proof != null;
    }

    public record BookLine(String book, String number, String path) {}
}
