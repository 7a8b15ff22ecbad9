package io.assay.task.picture;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG up to its end mark, past the compressed data. */
final class JpegHeader {

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    private final ByteBuffer file;
    private int at = 2;
    private @Nullable PictureHeader frame;
    private boolean sideways;

    private JpegHeader(ByteBuffer file) {
        this.file = file.duplicate();
    }

    static Optional<PictureHeader> read(ByteBuffer file) {
        return new JpegHeader(file).walk();
    }

    private Optional<PictureHeader> walk() {
        for (int marker = marker(); marker != END; marker = marker()) {
            if (isAlone(marker)) {
                continue;
            }
            int length = uint16(at);
            if (isFrame(marker)) {
                if (frame != null) {
                    return Optional.empty();
                }
                frame = frame(marker);
            } else if (marker == APP1) {
                sideways |= ExifOrientation.isSideways(file, at + 2, at + length);
            }
            at += length;
            if (marker == SCAN) {
                skipScan();
            }
        }
        return Optional.ofNullable(frame).map(f -> sideways ? f.turned() : f);
    }

    /** A marker is FF and a byte; FF may be repeated to fill. */
    private int marker() {
        if (uint8(at) != 0xFF) {
            throw new IllegalArgumentException("no marker at " + at);
        }
        while (uint8(at) == 0xFF) {
            at++;
        }
        return uint8(at++);
    }

    /** In compressed data FF is followed by 0 or a restart mark; anything else ends the scan. */
    private void skipScan() {
        while (uint8(at) != 0xFF || isData(uint8(at + 1))) {
            at++;
        }
    }

    private static boolean isData(int afterFf) {
        return afterFf == 0 || (afterFf >= 0xD0 && afterFf <= 0xD7);
    }

    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** C0 to CF are frames, but for three kinds of table. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private PictureHeader frame(int marker) {
        boolean progressive = marker != 0xC0 && marker != 0xC1;
        return new PictureHeader(PictureFormat.JPEG, uint16(at + 5), uint16(at + 3), progressive);
    }

    private int uint8(int index) {
        return Byte.toUnsignedInt(file.get(index));
    }

    private int uint16(int index) {
        return Short.toUnsignedInt(file.getShort(index));
    }
}
