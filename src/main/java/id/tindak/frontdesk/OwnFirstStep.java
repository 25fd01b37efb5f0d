package id.tindak.frontdesk;

import id.tindak.agency.RoleHolder;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.util.List;
import java.util.Optional;

/** The step with which the office begins, where taking the complaint in is all that it asks for. */
final class OwnFirstStep {

    private OwnFirstStep() {}

    /** The open step of a case just filed, if this officer may end it without choosing or writing anything. */
    static Optional<Assignment> of(CaseFile file) {
        Case k = file.k();
        return Optional.ofNullable(file.sight().decide())
                .filter(a -> plain(k.step(a)) && k.branches(a).size() == 1);
    }

    /** The same before anything is filed, for the form: the step's number and name. */
    static Optional<Step> of(Sop sop, String channel, List<RoleHolder> holdings) {
        return sop.mainPath(channel).stream()
                .filter(s -> !sop.byCitizen(s) && !s.automatic())
                .findFirst()
                .filter(s -> plain(s)
                        && holdings.stream()
                                .anyMatch(h -> h.unitId() == null && h.role().equals(s.actor())));
    }

    private static boolean plain(Step step) {
        Branch branch = step.branches().getFirst();
        return !step.decision()
                && !step.answers()
                && step.disposition() == null
                && branch.disposition() == null
                && branch.fills().isEmpty()
                && !branch.reasonRequired()
                && branch.signer() == null;
    }
}
