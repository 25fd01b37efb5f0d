package id.tindak.desk;

import id.tindak.agency.Unit;
import id.tindak.base.web.Fault;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Alongside;
import id.tindak.handling.Commitment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What can be handed in with a decision beside its text: a note for the office, what the answer promises, and on whose word it was decided. Works without JavaScript: the rows are there from
 * the beginning.
 *
 * @param id of the form in the page
 * @param fixed the approved wording that is sent as it stands; null where the officer writes
 * @param approved who approved it, and when
 * @param note whether the text itself goes to the reporter, so that a note for the office stands apart
 * @param rows of commitments; empty where the answer is not worded here
 * @param units names of units that the row's "who" proposes
 */
public record BesideForm(
        String id,
        Form form,
        @Nullable String fixed,
        String approved,
        boolean note,
        List<Integer> rows,
        List<String> units,
        LocalDate today) {

    private static final int ROWS = 5;
    private static final int WHAT = 500;
    private static final int WHO = 200;
    private static final int SAID = 2_000;

    /** Rows for commitments. */
    static final List<Integer> ALL = IntStream.rangeClosed(1, ROWS).boxed().toList();

    /** What the form begins with: the commitments that were worded before. */
    static Form begin(List<Commitment> proposed) {
        Form form = Form.empty();
        for (int i = 0; i < Math.min(ROWS, proposed.size()); i++) {
            Commitment c = proposed.get(i);
            form.with("janji_" + (i + 1), c.what())
                    .with("janji_oleh_" + (i + 1), c.responsible())
                    .with("janji_tanggal_" + (i + 1), c.due().toString());
        }
        return form;
    }

    /** @param pictures of the basis, stored already */
    static Alongside read(Form form, List<Unit> units, List<StoredFile> pictures) {
        List<Alongside.Promised> promises = new ArrayList<>();
        for (int row : ALL) promised(form, row, units, promises);
        return new Alongside(form.text("catatan", StepPages.LONGEST), promises, basis(form, pictures));
    }

    private static void promised(Form form, int row, List<Unit> units, List<Alongside.Promised> promises) {
        String what = form.line("janji_" + row, WHAT);
        String who = form.line("janji_oleh_" + row, WHO);
        LocalDate due = day(form, "janji_tanggal_" + row);
        boolean empty = what.isEmpty() && who.isEmpty() && !form.checked("janji_tanggal_" + row);
        if (empty) return;
        if (what.isEmpty()) form.wrong("janji_" + row, "desk.promise.what-missing");
        if (due == null) form.wrong("janji_tanggal_" + row, "desk.promise.day-missing");
        if (what.isEmpty() || due == null) return;
        promises.add(units.stream()
                .filter(u -> u.name().equalsIgnoreCase(who) || u.shortName().equalsIgnoreCase(who))
                .findFirst()
                .map(u -> new Alongside.Promised(what, u.id(), u.name(), due))
                .orElseGet(() -> new Alongside.Promised(what, null, who, due)));
    }

    private static Alongside.@Nullable Basis basis(Form form, List<StoredFile> pictures) {
        String kind = form.value("dasar");
        String from = form.line("dasar_dari", WHO);
        String said = form.text("dasar_isi", SAID);
        if (kind.isEmpty()) {
            boolean begun = !from.isEmpty() || !said.isEmpty() || !pictures.isEmpty();
            if (begun) form.wrong("dasar", "desk.basis.kind-missing");
            return null;
        }
        LocalDate day = day(form, "dasar_tanggal");
        if (day == null) form.wrong("dasar_tanggal", "desk.basis.day-missing");
        if (from.isEmpty()) form.wrong("dasar_dari", "desk.basis.from-missing");
        for (Alongside.Kind k : Alongside.Kind.values())
            if (k.name().equals(kind) && day != null) return new Alongside.Basis(k, day, from, said, pictures);
        if (day != null) form.wrong("dasar", "desk.basis.kind-missing");
        return null;
    }

    /** Null when nothing, or no day, was typed. */
    static @Nullable LocalDate day(Form form, String field) {
        try {
            String typed = form.line(field, 20);
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    public @Nullable Fault error(String field) {
        return form.error(field);
    }

    public String value(String field) {
        return form.value(field);
    }

    /** Whether something of the commitments was typed, so that they stand open. */
    public boolean promising() {
        return rows.stream().anyMatch(r -> form.checked("janji_" + r) || form.checked("janji_tanggal_" + r));
    }

    public boolean citing() {
        return form.checked("dasar") || form.checked("dasar_dari") || form.error("dasar") != null;
    }

    public Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Alongside.Kind k : Alongside.Kind.values()) kinds.put(k.name(), page.t("desk.basis.kind." + k.name()));
        return kinds;
    }
}
