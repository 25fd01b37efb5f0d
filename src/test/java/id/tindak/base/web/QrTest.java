package id.tindak.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn can be read. */
class QrTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z");
    private static final int SCALE = 4;

    @Test
    void theDrawnCodeReadsAsTheAddress() throws Exception {
        String address = "https://laporbup.contoh.go.id/cilacap/lacak/CLP-261123-K7MQ";
        Qr qr = Qr.of(address);
        int size = Integer.parseInt(qr.box().split(" ")[2]);
        int[] pixels = new int[size * SCALE * size * SCALE];
        Arrays.fill(pixels, 0xffffff);
        var runs = RUN.matcher(qr.path());
        int read = 0;
        while (runs.find()) {
            read += runs.group().length();
            int x = Integer.parseInt(runs.group(1)) + 4;
            int y = Integer.parseInt(runs.group(2)) + 4;
            int width = Integer.parseInt(runs.group(3));
            for (int py = y * SCALE; py < (y + 1) * SCALE; py++)
                Arrays.fill(pixels, py * size * SCALE + x * SCALE, py * size * SCALE + (x + width) * SCALE, 0);
        }
        assertThat(read).isEqualTo(qr.path().length());
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size * SCALE, size * SCALE, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(address);
    }
}
