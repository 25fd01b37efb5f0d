package id.tindak.desk;

import id.tindak.base.web.Fault;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.handling.Assignment;
import id.tindak.paper.OfferedPaper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as its page shows it to one officer.
 *
 * @param intro kind and privacy: "Pengaduan, terbuka"
 * @param sendings how the messages to the reporter travelled
 * @param inputs what other units were asked
 * @param commitments what its answers promise
 * @param wordings versions of the answer
 * @param books the numbers under which it stands in the agency's books
 * @param moves where it was sent, and how long it lay there
 * @param actions what this officer may do; null for an auditor
 * @param ready answers that lie ready; null where no step at hand answers
 * @param lapor how it stands in SP4N-LAPOR!; null where it does not
 * @param publication how it stands with the public, for who words it; null for anybody else
 * @param mayBecomeNote whether a solution note may grow out of it
 * @param papers that can be made of it as it stands
 * @param noted what an officer wrote down of how it came
 * @param typed what has to be seen again in a form of this page
 */
public record CaseView(
        Menu menu,
        String number,
        String title,
        String intro,
        String channel,
        String channelIcon,
        Instant receivedAt,
        boolean emergency,
        Held held,
        List<PathStep> path,
        List<Timeline.Entry> timeline,
        List<SendingLine> sendings,
        List<OrderView> orders,
        List<InputView> inputs,
        List<CommitmentView> commitments,
        List<WordingView> wordings,
        ReporterCard reporter,
        Filed filed,
        List<LineView> similar,
        List<LineView> joined,
        List<BookNumber> books,
        List<MoveLine> moves,
        @Nullable Actions actions,
        @Nullable ReadyCard ready,
        @Nullable LaporCard lapor,
        @Nullable PublicationCard publication,
        boolean mayBecomeNote,
        List<OfferedPaper> papers,
        Noted noted,
        List<Unsent> unsent,
        @Nullable String conflict,
        Typed typed) {

    /**
     * Who holds it and how its clocks stand.
     *
     * @param clock null when nothing is open
     * @param holder "Anda", a name, or that nobody took it
     * @param role the SOP's name of the role, with its unit
     * @param taken whether a person holds it, or it lies in the role's queue or with the reporter
     * @param reminded "Diingatkan 2 kali"; empty when never
     * @param ended how the case ended; empty while it runs
     * @param total the SOP's promise in words; empty without one
     * @param forecast when it ends if every step is done just in time; empty when that says nothing
     */
    public record Held(
            @Nullable ClockView clock,
            String holder,
            String role,
            boolean taken,
            @Nullable Instant since,
            String reminded,
            String ended,
            String total,
            String forecast,
            List<Statutory> statutory) {}

    /**
     * @param verified whether the text of the rule was read, or the agency confirmed it
     * @param extension so much more this officer may give it; empty where the rule allows none, or it was given
     */
    public record Statutory(
            String code, String name, ClockView clock, String basis, boolean verified, String extension) {

        /** Id of its form. */
        public String form() {
            return "perpanjang-" + code;
        }
    }

    /** How the case is filed: category, place, privacy, SOP. */
    public record Filed(
            String category,
            String categoryCode,
            String suggestedUnit,
            String place,
            String privacy,
            boolean concernsOfficer,
            String sop,
            int returns,
            int round,
            @Nullable LineView joinedTo) {}

    /**
     * @param step the branches; null when this officer does not decide
     * @param passOn for a party that asks others for its part; null otherwise
     * @param addTo for the giver while parties are at it: the giving assignment to its form
     * @param take the open work that this officer may take over; null when there is none
     * @param assign the open work that may be given to a colleague; null when there is none
     * @param reminders open work of others of which this officer may remind them
     * @param askable units whose input may be asked, id to name
     * @param mayWrite whether this officer may write to the reporter
     * @param call for a telephone call; null where this officer may not write to the reporter
     * @param privacies what the privacy may be raised to, code to name
     * @param excludable officers who could be kept away from this confidential case, id to name
     * @param excluded officers who are kept away, id to name
     * @param beyond what is possible beside the procedure
     */
    public record Actions(
            @Nullable StepPanel step,
            @Nullable OrderForm passOn,
            Map<Long, OrderForm> addTo,
            @Nullable Assignment take,
            @Nullable Assignment assign,
            Map<String, String> colleagues,
            Map<String, String> categories,
            Map<String, String> privacies,
            Map<String, String> excludable,
            Map<String, String> excluded,
            List<RemindForm.Offer> reminders,
            Map<String, String> askable,
            boolean mayWrite,
            @Nullable CallForm call,
            boolean mayJoin,
            boolean maySeparate,
            Beyond beyond) {

        /** Colleagues, and the role's queue for giving the work back. */
        public Map<String, String> receivers(Page page) {
            Map<String, String> all = new LinkedHashMap<>(colleagues);
            all.put("antrean", page.t("desk.always.toQueue"));
            return all;
        }
    }

    /** Something that this officer wrote on a step which somebody else has done meanwhile. */
    public record Unsent(long assignment, String text, String savedAt) {}

    public String value(String form, String field) {
        return typed.value(form, field);
    }

    public @Nullable Fault error(String form, String field) {
        return typed.error(form, field);
    }

    /** Whether this form has to stand open because something in it was wrong. */
    public boolean in(String form) {
        return typed.in(form);
    }

    /** The fault of a form as a whole. */
    public @Nullable Fault whole() {
        return typed.form().error("");
    }

    public boolean faulty() {
        return !typed.form().ok();
    }

    public Map<String, Fault> faults() {
        return typed.form().errors();
    }

    public String form() {
        return typed.which();
    }
}
