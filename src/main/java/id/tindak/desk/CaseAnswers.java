package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.handling.Outcome;
import org.springframework.stereotype.Component;

/** What a page says after a verb on a case: done, or the case again with what was typed and what was wrong. */
@Component
class CaseAnswers {

    private final CaseShow cases;
    private final Complaints complaints;

    CaseAnswers(CaseShow cases, Complaints complaints) {
        this.cases = cases;
        this.complaints = complaints;
    }

    /**
     * Of a verb that leaves the case where it is: back to the case.
     *
     * @param said text key; its argument is the case's number
     * @throws Problem 409 when somebody was faster
     */
    View of(Page page, Signed me, String number, Typed typed, Outcome outcome, String said) {
        return switch (outcome) {
            case Outcome.Done done ->
                View.to(page, StepPages.here(done.complaint().publicNumber()))
                        .flash(said, done.complaint().publicNumber());
            case Outcome.Refused refused ->
                again(page, me, number, Typed.refused(typed.which(), typed.form(), refused));
            case Outcome.Conflict conflict -> throw Problem.of(409, "web.error.409");
        };
    }

    /** The case again, with what was typed and its faults. */
    View again(Page page, Signed me, String number, Typed typed) {
        return cases.page(page, me, number, typed, null).status(422);
    }

    /** Somebody was faster: says who did what when, and keeps what was typed. */
    View conflict(Page page, Signed me, String number, long assignment, Typed typed) {
        return cases.conflict(page, me, number, assignment, typed);
    }

    /**
     * Whether this officer may touch the case is the verb's own question.
     *
     * @throws Problem 404 when the agency has no such complaint
     */
    long id(Signed me, String number) {
        return complaints
                .byNumber(me.agencyId(), number)
                .orElseThrow(Problem::notFound)
                .id();
    }
}
