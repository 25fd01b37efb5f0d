package id.tindak.complaint;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import id.tindak.complaint.Uploads.Refused;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture anew from its pixels, so that nothing else of the sent file is kept: no place, no camera, no second file hidden in it. The
 * orientation that a telephone notes in the metadata is turned into the pixels first.
 */
final class Pictures {

    static final long MOST_PIXELS = 40_000_000;

    /** Above this every second row and column is read: a photo of 40 megapixels is kept with 10. */
    private static final long HALVED_ABOVE = 20_000_000;

    private static final int MOST_SCANS = 100;
    private static final float QUALITY = 0.88f;

    /** One at a time: the largest takes some 150 MB while it is being made. */
    private static final Semaphore ONE = new Semaphore(1, true);

    record Picture(String mediaType, byte[] content) {}

    private Pictures() {}

    /** @throws Refused when it has too many pixels, or does not decode to its end */
    static Picture renewed(byte[] content, String type, String name) throws Refused {
        ONE.acquireUninterruptibly();
        try {
            PictureFile.check(content, type, MOST_SCANS);
            BufferedImage image = upright(decoded(content, type, name), PictureFile.orientation(content, type));
            boolean png = type.equals("image/png") || image.getColorModel().hasAlpha();
            return new Picture(png ? "image/png" : "image/jpeg", encoded(image, png ? "png" : "jpeg"));
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            throw new Refused("upload.damaged", name); // readers answer a hostile file with all kinds of exceptions
        } finally {
            ONE.release();
        }
    }

    private static BufferedImage decoded(byte[] content, String type, String name) throws IOException, Refused {
        ImageReader reader = type.equals("image/webp")
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByMIMEType(type).next();
        String[] cut = new String[1];
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.toLowerCase(Locale.ROOT).matches(".*(premature|truncated).*")) cut[0] = warning;
            });
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (Math.max(pixels, PictureFile.framePixels(content, type)) > MOST_PIXELS)
                throw new Refused("upload.too-many-pixels", name, MOST_PIXELS / 1_000_000);
            ImageReadParam how = reader.getDefaultReadParam();
            if (pixels > HALVED_ABOVE) how.setSourceSubsampling(2, 2, 0, 0);
            BufferedImage image = reader.read(0, how);
            if (cut[0] != null) throw new IOException(cut[0]);
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** Drawn into plain sRGB pixels, which also leaves the colour profile behind. */
    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage upright = new BufferedImage(
                orientation.sideways() ? h : w,
                orientation.sideways() ? w : h,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(image, orientation.transform(w, h), null);
        canvas.dispose();
        return upright;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format)
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality(writer, format));
            out.flush();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static @Nullable ImageWriteParam quality(ImageWriter writer, String format) {
        if (!format.equals("jpeg")) return null;
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        return how;
    }
}
