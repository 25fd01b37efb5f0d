package id.tindak.complaint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What has to be known of a picture's container before it is decoded: orientation, true size, tricks that make decoding endless. */
final class PictureFile {

    private static final int EXIF_ORIENTATION = 0x0112;

    private PictureFile() {}

    /** @throws IOException when the container is cut off or built to exhaust the reader */
    static void check(byte[] content, String type, int mostScans) throws IOException {
        switch (type) {
            case "image/jpeg" -> {
                int scans = 0;
                for (int i = 0; i + 1 < content.length; i++)
                    if ((content[i] & 0xff) == 0xff && (content[i + 1] & 0xff) == 0xda) scans++;
                if (scans > mostScans) throw new IOException("too many scans");
            }
            case "image/webp" -> {
                if (riff(content).getInt(4) + 8L > content.length) throw new IOException("cut off");
                if (chunk(content, "ANIM") != null) throw new IOException("moves");
            }
            default -> {}
        }
    }

    /** Pixels that the coded frame itself claims: in WebP the outer head may claim fewer. */
    static long framePixels(byte[] content, String type) throws IOException {
        if (!type.equals("image/webp")) return 0;
        ByteBuffer lossy = chunk(content, "VP8 ");
        ByteBuffer lossless = chunk(content, "VP8L");
        if (lossy != null) return (long) (lossy.getShort(6) & 0x3fff) * (lossy.getShort(8) & 0x3fff);
        if (lossless == null) throw new IOException("no picture inside");
        int bits = lossless.getInt(1);
        return ((bits & 0x3fff) + 1L) * (((bits >>> 14) & 0x3fff) + 1);
    }

    static Orientation orientation(byte[] content, String type) {
        try {
            ByteBuffer exif = switch (type) {
                case "image/jpeg" -> jpegExif(content);
                case "image/png" -> pngExif(content);
                default -> chunk(content, "EXIF");
            };
            return exif == null ? Orientation.UPRIGHT : tiff(exif);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IOException unreadable) {
            return Orientation.UPRIGHT; // broken metadata is no reason to refuse a good picture
        }
    }

    private static @Nullable ByteBuffer jpegExif(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        int at = 2;
        while ((in.getShort(at) & 0xff00) == 0xff00 && (in.get(at + 1) & 0xff) != 0xda) {
            int length = in.getShort(at + 2) & 0xffff;
            boolean app1 = (in.get(at + 1) & 0xff) == 0xe1;
            if (app1 && text(in, at + 4, 4).equals("Exif")) return in.slice(at + 10, length - 8);
            at += 2 + length;
        }
        return null;
    }

    private static @Nullable ByteBuffer pngExif(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        int at = 8;
        while (at + 8 < content.length) {
            int length = in.getInt(at);
            if (text(in, at + 4, 4).equals("eXIf")) return in.slice(at + 8, length);
            if (length < 0) return null;
            at = Math.addExact(at, Math.addExact(length, 12));
        }
        return null;
    }

    private static Orientation tiff(ByteBuffer exif) {
        exif.order(text(exif, 0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((exif.getShort(entry) & 0xffff) == EXIF_ORIENTATION)
                return new Orientation(exif.getShort(entry + 8) & 0xffff);
        }
        return Orientation.UPRIGHT;
    }

    private static ByteBuffer riff(byte[] content) throws IOException {
        if (content.length < 20) throw new IOException("cut off");
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static @Nullable ByteBuffer chunk(byte[] content, String name) throws IOException {
        ByteBuffer in = riff(content);
        int at = 12;
        while (at + 8 <= content.length) {
            int length = in.getInt(at + 4);
            if (length < 0 || length > content.length - at - 8) throw new IOException("cut off");
            if (text(in, at, 4).equals(name)) return in.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN);
            at += 8 + length + (length & 1);
        }
        return null;
    }

    private static String text(ByteBuffer in, int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
