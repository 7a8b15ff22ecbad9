package io.assay.task.picture.file;

import java.nio.ByteBuffer;

/** Walks the chunks of a PNG up to its end. */
final class PngParts {

    static final int SIGNATURE = 8;
    static final int IHDR = 0x49484452;
    static final int IDAT = 0x49444154;
    static final int IEND = 0x49454E44;
    static final int EXIF = 0x65584966;
    static final int ANIMATION = 0x6163544C;

    /** Length and type before a chunk's data, CRC after it. */
    private static final int AROUND = 12;

    private PngParts() {}

    /**
     * @throws IllegalArgumentException if the header does not come first or there are no pixels
     * @throws IndexOutOfBoundsException if the file ends too early
     */
    static void walk(ByteBuffer file, PartVisitor visitor) {
        boolean pixels = false;
        int at = SIGNATURE;
        int type = file.getInt(at + 4);
        while (type != IEND) {
            if ((at == SIGNATURE) != (type == IHDR)) {
                throw new IllegalArgumentException("header not first");
            }
            pixels |= type == IDAT;
            at = part(file, at, visitor);
            type = file.getInt(at + 4);
        }
        if (!pixels) {
            throw new IllegalArgumentException("no pixels");
        }
        part(file, at, visitor);
    }

    private static int part(ByteBuffer file, int from, PartVisitor visitor) {
        int length = file.getInt(from);
        long to = (long) from + AROUND + length;
        if (length < 0 || to > file.limit()) {
            throw new IndexOutOfBoundsException("cut off at " + from);
        }
        visitor.part(file.getInt(from + 4), from, (int) to);
        return (int) to;
    }
}
