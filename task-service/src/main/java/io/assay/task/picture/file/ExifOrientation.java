package io.assay.task.picture.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The mark by which a camera records how it was held. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    /** From here on width and height are exchanged. */
    static final int SIDEWAYS = 5;

    private static final int LAST = 8;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** "Exif" and two zeros, where a format has them. */
    private static final int PREFIX = 6;

    private ExifOrientation() {}

    /** 1 to 8, with or without the prefix that a JPEG has; 1 if it is no Exif or spoilt. */
    static int of(ByteBuffer file, int from, int to) {
        boolean prefixed = to - from > PREFIX && file.getInt(from) == EXIF;
        return ofTiff(file, prefixed ? from + PREFIX : from, to);
    }

    static int ofTiff(ByteBuffer file, int from, int to) {
        try {
            return read(file.slice(from, to - from));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // A spoilt mark is no mark: the picture itself may be sound.
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer tiff) {
        switch (tiff.getShort(0)) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4D4D -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return UPRIGHT;
            }
        }
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
