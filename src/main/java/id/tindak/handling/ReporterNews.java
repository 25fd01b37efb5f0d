package id.tindak.handling;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Reporter;
import id.tindak.message.Message;
import id.tindak.message.Outbox;
import id.tindak.message.Outbox.Outgoing;
import id.tindak.sop.Sop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to the reporter of a case, on the channel that he used himself, else by e-mail, when there is an address and the case is not suspect. An unconfirmed e-mail address gets number, state and
 * link only: the typed text goes along only to a confirmed one (RULES.md, Messages). Who wrote
 * from a number has shown that it is his; the sender of a mail is easily forged, so that one is confirmed like any other.
 *
 * @param link to the tracking page, without the code
 */
record ReporterNews(Complaint complaint, Reporter reporter, Sop sop, String link) {

    static ReporterNews to(Complaint complaint, Reporter reporter, Sop sop, String link) {
        return new ReporterNews(complaint, reporter, sop, link);
    }

    Optional<Outgoing> of(String template, @Nullable Message typed, Map<String, String> more) {
        Reporter.Contact contact = reporter.contact();
        String address = contact == null ? reporter.email() : contact.address();
        if (address == null || complaint.suspect()) return Optional.empty();
        Map<String, String> params = new LinkedHashMap<>(more);
        params.put("number", complaint.publicNumber());
        params.put("complaint", Long.toString(complaint.id()));
        params.put("rotation", Integer.toString(complaint.codeRotation()));
        params.put("link", link);
        String sender = sop.header().service().mailSender();
        if (sender != null) params.put("sender", sender);
        String lane = contact == null ? Outbox.EMAIL : contact.lane();
        boolean confirmed = !lane.equals(Outbox.EMAIL) || reporter.emailConfirmedAt() != null;
        params.put("confirmed", Boolean.toString(confirmed));
        if (typed != null) params.put("text", Long.toString(typed.id()));
        if (confirmed && typed != null) params.put("message", Long.toString(typed.id()));
        return Optional.of(new Outgoing(complaint.id(), lane, address, template, params));
    }
}
