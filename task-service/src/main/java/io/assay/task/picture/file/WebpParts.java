package io.assay.task.picture.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks the chunks of a WebP; those of a frame of an animation likewise. */
final class WebpParts {

    static final int LOSSY = 0x56503820;
    static final int LOSSLESS = 0x5650384C;
    static final int EXTENDED = 0x56503858;
    static final int ALPHA = 0x414C5048;
    static final int PROFILE = 0x49434350;
    static final int EXIF = 0x45584946;
    static final int FRAME = 0x414E4D46;

    /** Type and length before a chunk's data. */
    static final int BEFORE = 8;

    private static final int RIFF_SIZE = 4;
    private static final int FIRST = 12;

    /** Place and size of a frame before its own chunks. */
    private static final int FRAME_HEADER = 16;

    private WebpParts() {}

    /**
     * @throws IndexOutOfBoundsException if the file ends too early
     */
    static void walk(ByteBuffer file, PartVisitor visitor) {
        long end = Integer.toUnsignedLong(little(file).getInt(RIFF_SIZE)) + BEFORE;
        if (end > file.limit()) {
            throw new IndexOutOfBoundsException("cut off");
        }
        walk(file, FIRST, (int) end, visitor);
    }

    static void walkFrame(ByteBuffer file, int from, int to, PartVisitor visitor) {
        walk(file, from + BEFORE + FRAME_HEADER, to, visitor);
    }

    private static void walk(ByteBuffer file, int from, int end, PartVisitor visitor) {
        int at = from;
        while (at + BEFORE <= end) {
            long length = Integer.toUnsignedLong(little(file).getInt(at + 4));
            long to = at + BEFORE + length + (length & 1);
            if (to > end) {
                throw new IndexOutOfBoundsException("cut off at " + at);
            }
            visitor.part(file.getInt(at), at, (int) to);
            at = (int) to;
        }
    }

    static ByteBuffer little(ByteBuffer file) {
        return file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    static int uint24(ByteBuffer file, int at) {
        return Byte.toUnsignedInt(file.get(at))
                | Byte.toUnsignedInt(file.get(at + 1)) << 8
                | Byte.toUnsignedInt(file.get(at + 2)) << 16;
    }
}
