package id.tindak.paper;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.render.Box;
import id.tindak.sop.Ink;
import id.tindak.sop.SopTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/**
 * Draws the flow chart of an SOP over its table: capsule, box, diamond, connector, arrows, across the borders of the cells. Decoration
 * for a reader of the file's structure: each cell says in words what stands there.
 */
final class FlowDrawing {

    /** Size of a pixel of the drawing in pixels of the sheet. */
    static final double SCALE = 0.8;

    private static final float PIXEL = (float) (0.75 * SCALE);
    private static final float[][] DIAMOND = {{0, -2}, {28, 14}, {0, 30}, {-28, 14}};
    private static final float[][] CONNECTOR = {{-13, 0}, {13, 0}, {13, 10}, {0, 18}, {-13, 10}};
    private static final float[][] DOWN = {{-4, -7}, {4, -7}, {0, 0}};
    private static final float[][] UP = {{-4, 7}, {4, 7}, {0, 0}};
    private static final float[][] RIGHT = {{-7, -4}, {-7, 4}, {0, 0}};
    private static final float[][] LEFT = {{7, -4}, {7, 4}, {0, 0}};
    /** How far a quarter circle's handles reach. */
    private static final float ROUND = 0.5523f;

    private final PDDocument file;
    private final SopTable.Sheet sheet;
    private final Map<String, PagePosition<Box>> cells = new HashMap<>();
    private final PDFont font;
    private final Map<Integer, PDPageContentStream> pages = new HashMap<>();

    FlowDrawing(PDDocument file, SopTable.Sheet sheet, List<PagePosition<Box>> places) throws IOException {
        this.file = file;
        this.sheet = sheet;
        places.forEach(p -> cells.putIfAbsent(p.getId(), p));
        try (InputStream in = Press.resource(Press.LIBERATION + "Regular.ttf")) {
            this.font = PDType0Font.load(file, in, true);
        }
    }

    void draw() throws IOException {
        for (int row = 0; row < sheet.rows().size(); row++) {
            Row place = place(row);
            if (place != null) draw(place, sheet.rows().get(row));
        }
        for (PDPageContentStream page : pages.values()) {
            page.endMarkedContent();
            page.close();
        }
    }

    /**
     * A row of the table on its page.
     *
     * @param top of its cells, in points from the page's lower edge
     */
    private record Row(PDPageContentStream out, List<PagePosition<Box>> cells, float top, float bottom) {

        /** Points from the left edge. */
        float x(double columns) {
            int column = Math.clamp((int) Math.floor(columns), 0, cells.size() - 1);
            PagePosition<Box> cell = cells.get(column);
            return cell.getX() + (float) (columns - column) * cell.getWidth();
        }

        float y(int pixels) {
            return pixels == Ink.BOTTOM ? bottom : top - pixels * PIXEL;
        }
    }

    private @Nullable Row place(int row) throws IOException {
        List<PagePosition<Box>> found = new ArrayList<>();
        for (int column = 0; column < sheet.columns(); column++) {
            PagePosition<Box> cell = cells.get(SopTable.Sheet.cell(row, column));
            if (cell == null) return null;
            found.add(cell);
        }
        PagePosition<Box> first = found.getFirst();
        return new Row(page(first.getPageNo()), found, first.getY() + first.getHeight(), first.getY());
    }

    private PDPageContentStream page(int number) throws IOException {
        PDPageContentStream known = pages.get(number);
        if (known != null) return known;
        PDPage page = file.getPage(number);
        PDPageContentStream out = new PDPageContentStream(file, page, AppendMode.APPEND, true, true);
        out.beginMarkedContent(COSName.ARTIFACT);
        out.setStrokingColor(0f, 0f, 0f);
        out.setLineWidth(1.4f * PIXEL);
        pages.put(number, out);
        return out;
    }

    private void draw(Row row, List<Ink> ink) throws IOException {
        for (Ink stroke : ink) if (stroke instanceof Ink.Across || stroke instanceof Ink.Down) line(row, stroke);
        for (Ink stroke : ink) if (stroke instanceof Ink.Sign || stroke instanceof Ink.Head) sign(row, stroke);
        for (Ink stroke : ink) if (stroke instanceof Ink.Sign || stroke instanceof Ink.Words) words(row, stroke);
    }

    private static void line(Row row, Ink stroke) throws IOException {
        PDPageContentStream out = row.out();
        boolean dashed = stroke instanceof Ink.Across a ? a.dashed() : stroke instanceof Ink.Down d && d.dashed();
        out.setLineDashPattern(dashed ? new float[] {5 * PIXEL, 3 * PIXEL} : new float[0], 0);
        if (stroke instanceof Ink.Across across) {
            out.moveTo(row.x(across.from()), row.y(across.y()));
            out.lineTo(row.x(across.to()), row.y(across.y()));
        } else if (stroke instanceof Ink.Down down) {
            out.moveTo(row.x(down.x()), row.y(down.from()));
            out.lineTo(row.x(down.x()), row.y(down.to()));
        }
        out.stroke();
        out.setLineDashPattern(new float[0], 0);
    }

    private static void sign(Row row, Ink stroke) throws IOException {
        if (stroke instanceof Ink.Sign sign) shape(row.out(), sign.shape(), row.x(sign.x()), row.y(sign.y()));
        else if (stroke instanceof Ink.Head head)
            shape(row.out(), head.shape(), row.x(head.x()) + head.aside() * PIXEL, row.y(head.y()));
    }

    private static void shape(PDPageContentStream out, Ink.Shape shape, float x, float y) throws IOException {
        switch (shape) {
            case TERMINAL -> capsule(out, x, y, 50, 28, 14);
            case SMALL_TERMINAL -> capsule(out, x, y, 50, 18, 9);
            case START -> capsule(out, x, y, 36, 16, 8);
            case PROCESS -> capsule(out, x, y, 50, 28, 0);
            case DECISION -> polygon(out, x, y, DIAMOND, false);
            case CONNECTOR -> polygon(out, x, y, CONNECTOR, false);
            case DOWN -> polygon(out, x, y, DOWN, true);
            case UP -> polygon(out, x, y, UP, true);
            case RIGHT -> polygon(out, x, y, RIGHT, true);
            case LEFT -> polygon(out, x, y, LEFT, true);
        }
    }

    private static void polygon(PDPageContentStream out, float x, float y, float[][] corners, boolean black)
            throws IOException {
        for (int i = 0; i < corners.length; i++) {
            float px = x + corners[i][0] * PIXEL;
            float py = y - corners[i][1] * PIXEL;
            if (i == 0) out.moveTo(px, py);
            else out.lineTo(px, py);
        }
        out.closePath();
        finish(out, black);
    }

    /** A box with round corners; without them when the radius is nothing. */
    private static void capsule(PDPageContentStream out, float x, float y, float width, float height, float radius)
            throws IOException {
        float l = x - width / 2 * PIXEL;
        float r = x + width / 2 * PIXEL;
        float b = y - height * PIXEL;
        float q = radius * PIXEL;
        float h = q * (1 - ROUND);
        out.moveTo(l + q, y);
        out.lineTo(r - q, y);
        out.curveTo(r - h, y, r, y - h, r, y - q);
        out.lineTo(r, b + q);
        out.curveTo(r, b + h, r - h, b, r - q, b);
        out.lineTo(l + q, b);
        out.curveTo(l + h, b, l, b + h, l, b + q);
        out.lineTo(l, y - q);
        out.curveTo(l, y - h, l + h, y, l + q, y);
        out.closePath();
        finish(out, false);
    }

    private static void finish(PDPageContentStream out, boolean black) throws IOException {
        float paint = black ? 0f : 1f;
        out.setNonStrokingColor(paint, paint, paint);
        out.fillAndStroke();
    }

    private void words(Row row, Ink stroke) throws IOException {
        if (stroke instanceof Ink.Words words) {
            float size = 11 * PIXEL;
            float x = row.x(words.x()) + words.aside() * PIXEL;
            write(
                    row.out(),
                    words.text(),
                    size,
                    words.toTheLeft() ? x - width(words.text(), size) : x,
                    row.y(words.y()));
        } else if (stroke instanceof Ink.Sign sign && !sign.text().isEmpty()) {
            float room =
                    (sign.shape() == Ink.Shape.SMALL_TERMINAL ? 44 : sign.shape() == Ink.Shape.START ? 28 : 22) * PIXEL;
            float size = Math.min(11 * PIXEL, 11 * PIXEL * room / Math.max(1, width(sign.text(), 11 * PIXEL)));
            int base = sign.shape() == Ink.Shape.START ? 12 : sign.shape() == Ink.Shape.CONNECTOR ? 11 : 13;
            write(row.out(), sign.text(), size, row.x(sign.x()) - width(sign.text(), size) / 2, row.y(sign.y() + base));
        }
    }

    /** With a white rim, so that lines below do not disturb it. */
    private void write(PDPageContentStream out, String text, float size, float x, float y) throws IOException {
        for (boolean rim : new boolean[] {true, false}) {
            out.beginText();
            out.setFont(font, size);
            out.setRenderingMode(rim ? RenderingMode.STROKE : RenderingMode.FILL);
            float paint = rim ? 1f : 0f;
            out.setStrokingColor(paint, paint, paint);
            out.setNonStrokingColor(paint, paint, paint);
            out.setLineWidth(3 * PIXEL);
            out.newLineAtOffset(x, y);
            out.showText(known(text));
            out.endText();
        }
        out.setStrokingColor(0f, 0f, 0f);
        out.setLineWidth(1.4f * PIXEL);
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(known(text)) / 1000 * size;
    }

    /** Letters that the font does not have would stop the printing. */
    private String known(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            try {
                font.encode(letter);
                out.append(letter);
            } catch (IOException | IllegalArgumentException none) {
                out.append('?');
            }
        });
        return out.toString();
    }
}
