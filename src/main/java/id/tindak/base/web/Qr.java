package id.tindak.base.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code as one SVG path, one unit per module.
 *
 * @param path data of the dark modules
 * @param box view box, with the quiet zone of four modules that readers need
 */
public record Qr(String path, String box) {

    private static final int QUIET = 4;
    private static final int SCALE = 8;
    private static final int WHITE = 0xffffff;

    /** @param text an address; the shorter, the coarser and better to read */
    public static Qr of(String text) {
        ByteMatrix m = modules(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < m.getHeight(); y++) row(m, y, path);
        int size = m.getWidth() + 2 * QUIET;
        return new Qr(path.toString(), -QUIET + " " + -QUIET + " " + size + " " + size);
    }

    /** The same as a PNG in black and white, for papers that cannot hold a drawing. */
    public static byte[] png(String text) {
        ByteMatrix m = modules(text);
        int size = (m.getWidth() + 2 * QUIET) * SCALE;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                picture.setRGB(x, y, dark(m, x / SCALE - QUIET, y / SCALE - QUIET) ? 0 : WHITE);
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean dark(ByteMatrix m, int x, int y) {
        return x >= 0 && y >= 0 && x < m.getWidth() && y < m.getHeight() && m.get(x, y) == 1;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length() + " characters", tooLong);
        }
    }

    private static void row(ByteMatrix m, int y, StringBuilder path) {
        for (int x = 0; x < m.getWidth(); x++) {
            int from = x;
            while (x < m.getWidth() && m.get(x, y) == 1) x++;
            if (x > from)
                path.append('M')
                        .append(from)
                        .append(' ')
                        .append(y)
                        .append('h')
                        .append(x - from)
                        .append("v1H")
                        .append(from)
                        .append('z');
        }
    }
}
