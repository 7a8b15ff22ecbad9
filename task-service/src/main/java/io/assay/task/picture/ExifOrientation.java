package io.assay.task.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The mark by which a camera says how it was held. */
final class ExifOrientation {

    private static final int EXIF = 0x45786966;
    private static final int TIFF = 6;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;
    private static final int SIDEWAYS_MIN = 5;
    private static final int SIDEWAYS_MAX = 8;

    private ExifOrientation() {}

    /** True if the picture is shown with width and height exchanged. */
    static boolean isSideways(ByteBuffer file, int from, int to) {
        try {
            return orientation(file, from, to) >= SIDEWAYS_MIN;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // A spoilt mark is no mark: the picture itself may be sound.
            return false;
        }
    }

    private static int orientation(ByteBuffer file, int from, int to) {
        if (to - from < TIFF + 8 || file.getInt(from) != EXIF) {
            return UPRIGHT;
        }
        ByteBuffer tiff = file.slice(from + TIFF, to - from - TIFF);
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                short orientation = tiff.getShort(entry + 8);
                return orientation <= SIDEWAYS_MAX ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
