package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Unreached;
import id.tindak.message.Outbox;
import id.tindak.message.Outbox.Outgoing;
import id.tindak.message.Undelivered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What failed on one channel goes out on the next of the agency's order on which the reporter can be reached. Where there is none, or where a message may have arrived, whoever holds the case is told.
 */
@Component
class Fallbacks implements Undelivered {

    /** Setting with the channels in their order. */
    static final String ORDER = "urutan_kanal";

    private static final String EMAIL = "email";

    /** Parameter with the channels that failed already. */
    private static final String TRIED = "tried";

    private final ChannelAccounts accounts;
    private final Agencies agencies;
    private final Complaints complaints;
    private final Unreached unreached;
    private final Outbox outbox;

    Fallbacks(ChannelAccounts accounts, Agencies agencies, Complaints complaints, Unreached unreached, Outbox outbox) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.complaints = complaints;
        this.unreached = unreached;
        this.outbox = outbox;
    }

    @Override
    public void noted(int agencyId, Outgoing message, boolean perhaps) {
        Long complaintId = message.complaintId();
        if (complaintId == null || !toReporter(message)) return;
        Complaint c = complaints.byId(agencyId, complaintId).orElse(null);
        if (c == null) return; // erased
        Optional<Outgoing> next = perhaps ? Optional.empty() : next(c, message);
        if (next.isPresent()) outbox.stage(agencyId, List.of(next.get()));
        else if (!message.params().containsKey(Outbox.SURVEY)) // a lost invitation is no work for anybody
        unreached.note(agencyId, complaintId, channel(agencyId, message.lane()), perhaps);
    }

    /** Others get messages too: officers by mail, programs on lanes of their own. */
    private static boolean toReporter(Outgoing message) {
        boolean mail = message.lane().equals(Outbox.EMAIL) && !message.params().containsKey(Outbox.PLAIN_LINK);
        return mail || ChannelAccount.ofLane(message.lane()) >= 0;
    }

    /** Each channel once. */
    private Optional<Outgoing> next(Complaint c, Outgoing failed) {
        List<String> tried =
                new ArrayList<>(List.of(failed.params().getOrDefault(TRIED, "").split(",")));
        tried.add(channel(c.agencyId(), failed.lane()));
        Reporter reporter = complaints.known(c).reporter();
        return agencies.settings(c.agencyId()).list(ORDER).stream()
                .filter(channel -> !tried.contains(channel))
                .map(channel -> by(channel, c, reporter, failed, String.join(",", tried)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Outgoing> by(String channel, Complaint c, Reporter reporter, Outgoing failed, String tried) {
        if (channel.equals(EMAIL)) {
            String email = reporter.email();
            boolean confirmed = reporter.emailConfirmedAt() != null;
            return email == null || email.equalsIgnoreCase(failed.recipient())
                    ? Optional.empty()
                    : Optional.of(to(Outbox.EMAIL, email, failed, confirmed, tried));
        }
        String phone = reporter.phone();
        String international = phone == null ? null : Phones.read(phone).international();
        if (international == null) return Optional.empty();
        return accounts.all(c.agencyId()).stream()
                .filter(a -> a.active() && a.channel().equals(channel))
                .filter(a -> !a.lane().equals(failed.lane()))
                .findFirst()
                .map(a -> to(a.lane(), international, failed, false, tried));
    }

    /** Nobody has shown that this address is the reporter's: number, state and link only (RULES.md, Messages). */
    private static Outgoing to(String lane, String address, Outgoing failed, boolean confirmed, String tried) {
        Map<String, String> params = new HashMap<>(failed.params());
        params.put(TRIED, tried);
        params.put("confirmed", Boolean.toString(confirmed));
        if (!confirmed) params.remove("message");
        return new Outgoing(failed.complaintId(), lane, address, failed.template(), params);
    }

    private String channel(int agencyId, String lane) {
        return lane.equals(Outbox.EMAIL)
                ? EMAIL
                : accounts.find(agencyId, ChannelAccount.ofLane(lane))
                        .map(ChannelAccount::channel)
                        .orElse(lane);
    }
}
