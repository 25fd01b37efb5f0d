package id.tindak.channel;

import id.tindak.base.Keys;
import id.tindak.message.Replies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replies to our mails go to the agency's first mailbox; where its server knows plus addresses (RFC 5233), with the token of the case. */
@Component
class Mailboxes implements Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    private final ChannelAccounts accounts;
    private final ChannelStore store;

    Mailboxes(ChannelAccounts accounts, ChannelStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    @Override
    public List<String> references(int agencyId, long complaintId, String address) {
        return store.mailsOf(agencyId, complaintId, address.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<String> address(int agencyId, String token) {
        try {
            return accounts.all(agencyId).stream()
                    .filter(a -> a.active() && a.kind() == ChannelKind.MAILBOX)
                    .findFirst()
                    .map(a -> plus(a, token));
        } catch (Keys.Unreadable shut) {
            LOG.warn("Secrets of the accounts of agency {} do not open: {}", agencyId, shut.getMessage());
            return Optional.empty();
        }
    }

    private static String plus(ChannelAccount a, String token) {
        int at = a.address().lastIndexOf('@');
        boolean plain = token.isEmpty() || at < 1 || !a.setting("imap_tambah").equals("YA");
        return plain
                ? a.address()
                : a.address().substring(0, at) + "+" + token + a.address().substring(at);
    }
}
