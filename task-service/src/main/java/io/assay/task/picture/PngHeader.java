package io.assay.task.picture;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Walks the chunks of a PNG up to its end. */
final class PngHeader {

    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    /** Length and type before a chunk's data, CRC after it. */
    private static final int AROUND = 12;

    private PngHeader() {}

    static Optional<PictureHeader> read(ByteBuffer file) {
        if (file.getInt(SIGNATURE + 4) != IHDR || !isWhole(file)) {
            return Optional.empty();
        }
        int width = file.getInt(SIGNATURE + 8);
        int height = file.getInt(SIGNATURE + 12);
        return Optional.of(new PictureHeader(PictureFormat.PNG, width, height, false));
    }

    private static boolean isWhole(ByteBuffer file) {
        boolean data = false;
        long at = SIGNATURE;
        while (at + AROUND <= file.limit()) {
            int length = file.getInt((int) at);
            int type = file.getInt((int) at + 4);
            if (length < 0) {
                return false;
            }
            data |= type == IDAT;
            at += AROUND + (long) length;
            if (type == IEND) {
                return data && at <= file.limit();
            }
        }
        return false;
    }
}
