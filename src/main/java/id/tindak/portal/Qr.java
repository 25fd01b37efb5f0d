package id.tindak.portal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one SVG path, one unit per module.
 *
 * @param path data of the dark modules
 * @param box view box, with the quiet zone of four modules that readers need
 */
public record Qr(String path, String box) {

    private static final int QUIET = 4;

    /** @param text an address; the shorter, the coarser and better to read */
    static Qr of(String text) {
        try {
            ByteMatrix m = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < m.getHeight(); y++) row(m, y, path);
            int size = m.getWidth() + 2 * QUIET;
            return new Qr(path.toString(), -QUIET + " " + -QUIET + " " + size + " " + size);
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
