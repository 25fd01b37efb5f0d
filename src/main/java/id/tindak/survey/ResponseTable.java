package id.tindak.survey;

import id.tindak.base.web.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The regulation's table: a line for each respondent, a column for each element; below them the sums, the mean values (NRR), the weighted ones, and
 * the index. Numbers alone; the respondents stand in no order and are told by nothing but a running number.
 */
record ResponseTable(Result result, List<SurveyStore.Row> rows) {

    private static final double WIDTH = 9;
    private static final int DECIMALS = 3;

    String name() {
        return "skm-" + result.span().code();
    }

    byte[] xlsx(Page page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tindak", null);
                Worksheet sheet = book.newWorksheet("SKM")) {
            int at = 0;
            for (List<Object> line : lines(page)) {
                for (int c = 0; c < line.size(); c++) write(sheet, at, c, line.get(c));
                at++;
            }
            sheet.width(0, WIDTH * 3);
            for (int c = 1; c <= elements().size(); c++) sheet.width(c, WIDTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] csv(Page page) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        for (List<Object> line : lines(page)) {
            List<String> cells = new ArrayList<>();
            line.forEach(cell -> cells.add(cell instanceof String text ? quoted(text) : cell.toString()));
            csv.append(String.join(",", cells)).append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<ElementScore> elements() {
        return result.ikm().elements();
    }

    private List<List<Object>> lines(Page page) {
        int n = elements().size();
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of(page.t("survey.table.title", page.brand().name())));
        lines.add(List.of(result.unitName().isEmpty() ? result.name() : result.unitName() + ", " + result.name()));
        lines.add(line(page.t("survey.table.respondent"), e -> e.label()));
        int number = 0;
        for (SurveyStore.Row row : rows) {
            List<Object> cells = new ArrayList<>(List.of(++number));
            elements().forEach(e -> {
                Integer value = row.values().get(e.code());
                cells.add(value == null ? "" : value);
            });
            lines.add(cells);
        }
        lines.add(line(page.t("survey.table.sum"), ElementScore::total));
        lines.add(line(page.t("survey.table.answered"), ElementScore::answered));
        lines.add(line(page.t("survey.table.mean"), e -> e.mean(DECIMALS)));
        lines.add(line(page.t("survey.table.weighted", n), e -> e.weighted(n, DECIMALS)));
        lines.add(total(page.t("survey.table.index"), result.ikm().weighted(DECIMALS)));
        lines.add(total(page.t("survey.table.converted"), result.ikm().converted()));
        Grade grade = result.ikm().grade();
        if (grade != null) lines.add(List.of(page.t("survey.table.grade"), grade.letter() + " (" + grade.word() + ")"));
        lines.add(List.of(page.t("survey.table.note")));
        elements().forEach(e -> lines.add(List.of(e.label() + " " + e.name())));
        return lines;
    }

    private List<Object> line(String head, java.util.function.Function<ElementScore, Object> cell) {
        List<Object> cells = new ArrayList<>(List.of(head));
        elements().forEach(e -> cells.add(cell.apply(e)));
        return cells;
    }

    private static List<Object> total(String head, @Nullable BigDecimal value) {
        return List.of(head, value == null ? "" : value);
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) sheet.value(row, column, number);
        else sheet.value(row, column, value.toString());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
