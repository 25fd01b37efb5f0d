package id.tindak.message;

import id.tindak.base.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages waiting to leave. {@link #stage} is part of the sender's transaction and talks to nobody; a job delivers later, at
 * least once, with a stable Message-ID so that a repetition is recognisable (RULES.md, Messages).
 */
@Service
public class Outbox {

    /** The lane of e-mail; other channels get lanes of their own. */
    public static final String EMAIL = "EMAIL";

    /** Parameter with paragraphs that were worded already, one a line. */
    public static final String LINES = "lines";

    /** Parameter with the key set of a survey's address: the link leads there, not to the case. */
    public static final String SURVEY = "survey";

    /** Parameter with an address that is no key to anything: mail to officers, who sign in. */
    public static final String PLAIN_LINK = "desk";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param recipient address of the lane's kind
     * @param template names the text keys {@code mail.<template>.subject} and {@code mail.<template>.body}
     * @param params what the template fills in; never a secret code, which delivery derives
     */
    public record Outgoing(
            @Nullable Long complaintId, String lane, String recipient, String template, Map<String, String> params) {}

    private final OutboxStore store;
    private final Clock clock;

    Outbox(OutboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Forgets the messages of a case, sent or not: they name the receiver. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(int agencyId, long complaintId) {
        store.forget(agencyId, complaintId);
    }

    /** Stages the messages in one statement, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(int agencyId, List<Outgoing> messages) {
        if (messages.isEmpty()) return;
        Instant now = clock.instant();
        store.insert(
                agencyId,
                now,
                messages.stream()
                        .map(m -> new OutboxStore.Row(
                                Ids.next(now),
                                m.complaintId(),
                                m.lane(),
                                m.recipient(),
                                m.template(),
                                JSON.writeValueAsString(m.params())))
                        .toList());
    }
}
