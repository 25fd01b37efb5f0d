package id.tindak.handling;

import id.tindak.agency.Officer;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Chain;
import id.tindak.complaint.Attachment;
import id.tindak.message.Message;
import id.tindak.message.PhoneCall;
import id.tindak.message.Sending;
import id.tindak.message.Transcript;
import id.tindak.sop.Branch;
import id.tindak.sop.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as a page shows it: the case, what was said, what happened, and the names behind the ids.
 *
 * @param k the case itself
 * @param sight what the asking officer may see and do; {@link Sight#NOTHING} for the reporter, who gets no names of officers
 * @param holdings what the asking officer may do today; empty for the reporter
 * @param sendings how the messages to the reporter travelled; empty for the reporter
 * @param calls whatever was said on the telephone
 * @param transcripts what officers understood of texts and sounds; none for the reporter
 * @param events links of the chain, oldest first
 */
public record CaseFile(
        Case k,
        Sight sight,
        List<RoleHolder> holdings,
        List<Message> messages,
        List<Sending> sendings,
        List<PhoneCall> calls,
        List<Transcript> transcripts,
        List<Attachment> attachments,
        List<Chain> events,
        Map<Long, Officer> people,
        Map<Long, Unit> units) {

    /** Whether the asking officer sits at a desk of the whole agency, which sees all but confidential cases. */
    public boolean agencyDesk() {
        return Sight.agencyDesk(k.sop(), holdings);
    }

    /** The last answer that the reporter got; empty when there is none, or it was erased. */
    public Optional<String> answer() {
        return messages.stream()
                .filter(m -> m.kind() == Message.Kind.ANSWER && !m.body().isBlank())
                .max(Comparator.comparingLong(Message::id))
                .map(Message::body);
    }

    /** The approved wording that this way out of the step sends as it stands; empty where its officer writes the answer, or none is sent. */
    public Optional<Message> fixed(Step step, Branch branch) {
        if (!Wordings.answersNow(k, step, branch) || k.approval().isEmpty()) return Optional.empty();
        return messages.reversed().stream()
                .filter(m -> m.kind() == Message.Kind.WORDING)
                .findFirst();
    }

    /** Whether the answer is worded with this way out of the step: here it is written or approved. */
    public boolean words(Step step, Branch branch) {
        return k.fixesWording(branch)
                || Wordings.answersNow(k, step, branch) && k.approval().isEmpty();
    }

    public String unitName(@Nullable Long unitId) {
        Unit unit = unitId == null ? null : units.get(unitId);
        return unit == null ? "" : unit.name();
    }

    public String personName(@Nullable Long officerId) {
        Officer officer = officerId == null ? null : people.get(officerId);
        return officer == null ? "" : officer.name();
    }

    /** The SOP's name of a role, with its unit where it exists once per unit. */
    public String roleName(Assignment a) {
        String role = k.sop().actor(a.role()).name();
        return a.unitId() == null ? role : role + ", " + unitName(a.unitId());
    }
}
