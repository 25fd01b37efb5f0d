package id.tindak.message;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes an agency's mail.
 *
 * @param user null when the server asks for no sign-in
 * @param from address that stands in From and takes what cannot be delivered
 */
record MailServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Security security,
        String from) {

    enum Security {
        /** Begins in the clear and must be raised to TLS before anything is said. */
        STARTTLS,
        TLS,
        /** No encryption, for a server on this very machine or network. */
        TANPA
    }
}
