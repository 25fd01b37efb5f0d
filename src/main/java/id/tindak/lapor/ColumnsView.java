package id.tindak.lapor;

import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headings of an export, each with what it is taken for and what stands under it first. */
public record ColumnsView(Import file, List<Heading> headings, Map<String, String> choices, Form form) {

    private static final int LONGEST = 100;

    /** @param cells of the first rows, long ones cut */
    public record Heading(String field, String name, List<String> cells) {}

    static String field(int column) {
        return "kolom-" + column;
    }

    static ColumnsView of(Page page, Import i, List<Export.Row> first, Form form) {
        List<Heading> headings = new ArrayList<>();
        for (int c = 0; c < i.headings().size(); c++) {
            int column = c;
            form.with(field(c), i.words().get(c));
            String name = i.headings().get(c);
            headings.add(new Heading(
                    field(c),
                    name.isEmpty() ? page.t("bridge.columns.unnamed", c + 1) : name,
                    first.stream()
                            .map(r -> column < r.cells().size() ? r.cells().get(column) : "")
                            .filter(cell -> !cell.isEmpty())
                            .map(ColumnsView::cut)
                            .toList()));
        }
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(Column.values())
                .forEach(c -> choices.put(
                        c.word(),
                        c.required()
                                ? page.t("bridge.columns.required", page.t("bridge.column." + c.word()))
                                : page.t("bridge.column." + c.word())));
        return new ColumnsView(i, headings, choices, form);
    }

    static String cut(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }
}
