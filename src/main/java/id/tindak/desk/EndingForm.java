package id.tindak.desk;

import id.tindak.base.web.Fault;
import id.tindak.base.web.Page;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be chosen on a branch that takes the case out of the procedure: the ground of a refusal, where it goes, who examines it.
 *
 * @param choices value to name
 */
public record EndingForm(
        String label,
        String empty,
        Map<String, String> choices,
        String chosen,
        @Nullable Fault fault) {

    static @Nullable EndingForm of(Page page, Branch branch, Map<String, String> choices, String form, Typed typed) {
        boolean asks = branch.target().equals(Sop.REFUSED) || branch.target().equals(Sop.MOVED);
        if (!asks) return null;
        String what =
                branch.target().equals(Sop.REFUSED) ? "ground" : Standing.handsOver(branch) ? "overseer" : "place";
        return new EndingForm(
                page.t("desk.ending." + what),
                page.t("desk.ending." + what + "-empty"),
                choices,
                typed.value(form, "akhir"),
                typed.error(form, "akhir"));
    }
}
