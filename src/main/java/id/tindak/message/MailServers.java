package id.tindak.message;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Settings;
import id.tindak.base.Keys;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which mail server an agency uses: its own from its settings, else the installation's, else none. */
@Component
public class MailServers {

    private final Agencies agencies;
    private final Keys keys;
    private final Replies replies;
    private final @Nullable MailServer installation;
    private final String installationFrom;

    MailServers(
            Agencies agencies,
            Keys keys,
            Replies replies,
            @Value("${tindak.smtp.host}") String host,
            @Value("${tindak.smtp.port}") int port,
            @Value("${tindak.smtp.user}") String user,
            @Value("${tindak.smtp.password}") String password,
            @Value("${tindak.smtp.security}") String security,
            @Value("${tindak.smtp.from}") String from) {
        this.agencies = agencies;
        this.keys = keys;
        this.replies = replies;
        this.installationFrom = from.strip();
        this.installation = host.isBlank()
                ? null
                : new MailServer(host.strip(), port, blankToNull(user), blankToNull(password), security(security), "");
    }

    /** The mail server's password as it is kept in the setting {@code smtp_sandi}: encrypted, for this agency alone. */
    public String sealed(int agencyId, String password) {
        return password.isEmpty() ? "" : keys.encrypt(password, context(agencyId));
    }

    /** @throws Keys.Unreadable when the agency's password was sealed with a key that is not here */
    Optional<MailServer> of(int agencyId) {
        Agency agency = agencies.byId(agencyId);
        Settings s = agencies.settings(agencyId);
        String from = from(agency, s);
        if (!s.text("smtp_host").isBlank()) {
            String sealed = s.text("smtp_sandi");
            return Optional.of(new MailServer(
                    s.text("smtp_host").strip(),
                    s.number("smtp_port"),
                    blankToNull(s.text("smtp_pengguna")),
                    sealed.isEmpty() ? null : keys.decrypt(sealed, context(agencyId)),
                    security(s.text("smtp_pengaman")),
                    from));
        }
        MailServer i = installation;
        return i == null
                ? Optional.empty()
                : Optional.of(new MailServer(i.host(), i.port(), i.user(), i.password(), i.security(), from));
    }

    /**
     * The address that the agency chose; else its mailbox, where what cannot be delivered is returned to be read, if its mail leaves by its own server or one of the same domain; else the
     * installation's; else one that says that nobody reads it.
     */
    private String from(Agency agency, Settings s) {
        if (!s.text("pengirim_alamat").isBlank())
            return s.text("pengirim_alamat").strip();
        String mailbox = replies.address(agency.id(), "").orElse("");
        boolean own = !s.text("smtp_host").isBlank() || after(mailbox).equalsIgnoreCase(after(installationFrom));
        if (!mailbox.isEmpty() && own) return mailbox;
        return installationFrom.isEmpty() ? "tidak-dibalas@" + domain(agency) : installationFrom;
    }

    private static String after(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Host of the agency's own address; right-hand side of Message-IDs. */
    static String domain(Agency agency) {
        String host = URI.create(agency.baseUrl()).getHost();
        return host == null ? "localhost" : host;
    }

    private static MailServer.Security security(String word) {
        try {
            return MailServer.Security.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return MailServer.Security.STARTTLS;
        }
    }

    private static String context(int agencyId) {
        return "smtp:" + agencyId;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
