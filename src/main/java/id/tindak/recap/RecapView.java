package id.tindak.recap;

import id.tindak.base.web.Form;
import id.tindak.handling.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recap as its page shows it.
 *
 * @param title "Rekap bulanan, Oktober 2026"
 * @param recap null while there is none
 * @param figures null while it was never worked out
 * @param running whether the period is not over yet
 * @param whole whether it counts to the end of the period
 * @param revisions of this period, newest first
 * @param before what there is of the period before; null when nothing
 * @param grown how many complaints more or fewer than in the period before; null where that is not known
 * @param drift what the frozen recap before says was left over, where this one begins with another figure; null where both agree
 * @param kept files of a frozen recap
 * @param genuine false when what is kept is not what was frozen
 * @param frozenBy name of who froze it
 * @param makes whether the reader may work on it
 * @param lists whether it has a table of cases that is open to the reader
 * @param cases the first of them
 * @param tables all figures
 * @param signers choices of who acknowledges it; empty for whoever does not make it
 * @param tasks periodic work that may be done with it
 */
public record RecapView(
        String title,
        Period period,
        String words,
        @Nullable Recap recap,
        @Nullable Figures figures,
        boolean running,
        boolean whole,
        List<Recap.Line> revisions,
        @Nullable String before,
        @Nullable Long grown,
        @Nullable Long drift,
        @Nullable Trend trend,
        List<Recap.Kept> kept,
        boolean genuine,
        boolean secretSince,
        String frozenBy,
        List<Month> months,
        boolean makes,
        boolean lists,
        List<SolvedCase> cases,
        List<Table> tables,
        Map<String, String> signers,
        List<Task> tasks,
        Form form,
        RecapWords say) {

    /** A month of a longer recap; {@code code} is empty where there is no recap of it. */
    public record Month(String name, String code) {}

    /** @param recap whether it speaks of a recap, so that it is ticked at once */
    public record Task(long id, String name, boolean recap) {}

    /** The list of all recaps. */
    public record Listing(List<Row> months, List<Row> longer, Map<String, String> choices, boolean makes, Form form) {}

    /**
     * @param state text key
     * @param line null while nothing was made of it
     */
    public record Row(String code, String name, String state, Recap.@Nullable Line line) {}

    /**
     * The table of cases.
     *
     * @param next address of what follows; null at the end
     */
    public record Cases(
            String title,
            String code,
            int revision,
            boolean frozen,
            List<SolvedCase> cases,
            @Nullable String next,
            RecapWords say) {}

    /** Its newest revision is this one. */
    public boolean newest() {
        Recap r = recap;
        return r == null || revisions.isEmpty() || revisions.getFirst().revision() == r.revision();
    }

    /** Whether somebody is to do something with it here. */
    public boolean drafting() {
        Recap r = recap;
        return makes && r != null && !r.isFrozen() && r.wanted() == null && figures != null;
    }

    public boolean working() {
        Recap r = recap;
        return r != null && r.wanted() != null;
    }

    /** Query that keeps an older revision open. */
    public String at() {
        Recap r = recap;
        return r == null || newest() ? "" : "?revisi=" + r.revision();
    }

    /** One of the tables; null where it has no line. */
    public @Nullable Table table(String key) {
        return tables.stream().filter(t -> t.key().equals(key)).findFirst().orElse(null);
    }

    /** As a part of the widest of the group, for a bar: "74%". */
    public static String part(long of, List<Figures.Group> groups) {
        long most = groups.stream().mapToLong(g -> g.ledger().received()).max().orElse(0);
        return most == 0 ? "0%" : Math.round(1000.0 * of / most) / 10.0 + "%";
    }
}
