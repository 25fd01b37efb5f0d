package id.tindak.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an officer has begun to write on a step and not yet sent. Seen by nobody else. */
@Service
public class Drafts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final DraftStore store;
    private final Clock clock;

    Drafts(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param fields the form's fields by name, as typed */
    public record Draft(long assignmentId, Map<String, List<String>> fields, Instant savedAt) {

        /** What was written, without the choices beside it. */
        public String text() {
            return String.join("\n", fields.getOrDefault("teks", List.of()));
        }
    }

    /** A draft with the case it belongs to. {@code open} is false once somebody else has done the step. */
    public record Listed(Draft draft, String number, String title, boolean open) {}

    /** Keeps the draft in place of an earlier one of the same step. */
    @Transactional
    public void save(int agencyId, long officerId, long assignmentId, Map<String, List<String>> fields) {
        store.save(agencyId, officerId, assignmentId, JSON.writeValueAsString(fields), clock.instant());
    }

    /** The own drafts on any step of one case, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(int agencyId, long officerId, long complaintId) {
        return store.of(agencyId, officerId, complaintId);
    }

    /** All own drafts, newest first. */
    @Transactional(readOnly = true)
    public List<Listed> all(int agencyId, long officerId) {
        return store.all(agencyId, officerId);
    }

    @Transactional
    public void discard(int agencyId, long officerId, long assignmentId) {
        store.delete(agencyId, officerId, assignmentId);
    }

    static Draft read(long assignmentId, String fields, Instant savedAt) {
        return new Draft(assignmentId, JSON.readValue(fields, FIELDS), savedAt);
    }
}
