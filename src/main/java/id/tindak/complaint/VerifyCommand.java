package id.tindak.complaint;

import id.tindak.base.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code bin/verifikasi}: says whether the record of what happened is whole, and if not, where it was touched first. */
@Component
class VerifyCommand implements Command {

    private final Verification verification;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String word() {
        return "verifikasi";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run(List<String> arguments) {
        Verification.Report report = verification.run();
        System.out.printf(
                "Diperiksa: %d aduan, %d peristiwa, %d saksi.%n",
                report.complaints(), report.events(), report.witnesses());
        report.faults().forEach(System.out::println);
        System.out.println(
                report.faults().isEmpty()
                        ? "Semua rantai utuh."
                        : report.faults().size() + " kerusakan.");
        return report.faults().isEmpty() ? 0 : 1;
    }
}
