package id.tindak.lapor;

import id.tindak.complaint.EnteredField;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reception;
import id.tindak.complaint.Reporter;
import id.tindak.intake.Intake;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what LAPOR! tells, from its export or through an adapter: a report that is new becomes a complaint, of one that is here only the state is taken. Once per number, however often it is told. */
@Service
class LaporIntake {

    private final LaporReports reports;
    private final Intake intake;

    LaporIntake(LaporReports reports, Intake intake) {
        this.reports = reports;
        this.intake = intake;
    }

    /** What became of it. */
    enum Outcome {
        BARU,
        BERUBAH,
        SUDAH,
        /** Only of a row of an export. */
        DITOLAK
    }

    /**
     * One transaction.
     *
     * @param officer who took it over; null for an adapter
     * @throws LaporReports.Taken when somebody else took the same number in at this moment: the next time it is here
     */
    @Transactional
    public Outcome take(int agencyId, Reported told, @Nullable Long officer) {
        Report known = reports.find(agencyId, told.id()).orElse(null);
        if (known == null) {
            intake.accept(
                    agencyId,
                    complaint(told, officer),
                    filed -> reports.filed(filed, told.id(), told.reportedAt(), told.state(), officer));
            return Outcome.BARU;
        }
        boolean same = told.state().isEmpty() || known.id().erased();
        return !same && reports.state(agencyId, known.complaintId(), told.state(), null, officer)
                ? Outcome.BERUBAH
                : Outcome.SUDAH;
    }

    /** Its reporter has no address of ours: he reads what LAPOR! shows. */
    private static NewComplaint complaint(Reported told, @Nullable Long officer) {
        return NewComplaint.of(told.kind(), LaporReports.CHANNEL, told.title(), told.body())
                .category(told.category())
                .at(told.district(), told.village(), told.place())
                .privacy(told.privacy())
                .enteredBy(officer)
                .from(Reporter.person(told.name(), null, null, null))
                .reception(
                        Reception.of(Map.of(EnteredField.NOMOR_LUAR, told.id().value())))
                .done();
    }
}
