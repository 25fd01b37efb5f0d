package id.tindak.complaint;

import java.awt.geom.AffineTransform;

/** How a camera was held, as EXIF counts it (tag 0x0112, 1 to 8). */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Whether width and height change places. */
    boolean sideways() {
        return value >= 5 && value <= 8;
    }

    /** What brings the stored pixels of that size into the position in which they were seen. */
    AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
