package id.tindak.notice;

import org.springframework.context.ApplicationContext;

/** Lets a test of another module make the officers' mails at the moment it chooses; the scheduler does not run in tests. */
public final class DigestRound {

    private DigestRound() {}

    public static void send(ApplicationContext program) {
        program.getBean(Digest.class).send();
    }
}
