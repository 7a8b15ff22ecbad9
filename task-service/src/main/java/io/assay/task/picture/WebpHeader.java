package io.assay.task.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The three kinds of WebP: lossy, lossless and extended. */
final class WebpHeader {

    private static final int RIFF_SIZE = 4;
    private static final int CHUNK = 12;
    private static final int DATA = 20;

    private WebpHeader() {}

    static Optional<PictureHeader> read(ByteBuffer file) {
        ByteBuffer riff = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = Integer.toUnsignedLong(riff.getInt(RIFF_SIZE)) + 8 <= riff.limit();
        if (!whole) {
            return Optional.empty();
        }
        return switch (file.getInt(CHUNK)) {
            case 0x56503820 -> lossy(riff);
            case 0x5650384C -> lossless(riff);
            case 0x56503858 -> size(uint24(riff, DATA + 4) + 1, uint24(riff, DATA + 7) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<PictureHeader> lossy(ByteBuffer riff) {
        boolean startCode = uint24(riff, DATA + 3) == 0x2A019D;
        int width = riff.getShort(DATA + 6) & 0x3FFF;
        int height = riff.getShort(DATA + 8) & 0x3FFF;
        return startCode ? size(width, height) : Optional.empty();
    }

    private static Optional<PictureHeader> lossless(ByteBuffer riff) {
        boolean signature = riff.get(DATA) == 0x2F;
        int bits = riff.getInt(DATA + 1);
        return signature
                ? size((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1)
                : Optional.empty();
    }

    private static Optional<PictureHeader> size(int width, int height) {
        return Optional.of(new PictureHeader(PictureFormat.WEBP, width, height, true));
    }

    private static int uint24(ByteBuffer riff, int at) {
        return Short.toUnsignedInt(riff.getShort(at))
                | (Byte.toUnsignedInt(riff.get(at + 2)) << 16);
    }
}
