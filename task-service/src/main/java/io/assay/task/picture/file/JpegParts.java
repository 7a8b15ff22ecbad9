package io.assay.task.picture.file;

import java.nio.ByteBuffer;

/** Walks the segments of a JPEG up to its end mark, past the compressed data. */
final class JpegParts {

    static final int START = 0xD8;
    static final int END = 0xD9;
    static final int SCAN = 0xDA;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP14 = 0xEE;
    static final int COMMENT = 0xFE;

    /** Each scan of a progressive file goes over the whole picture: more are an attack. */
    private static final int MAX_SCANS = 100;

    private final ByteBuffer file;
    private final PartVisitor visitor;
    private int at = 2;

    private JpegParts(ByteBuffer file, PartVisitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /**
     * Marks that stand alone between segments say nothing and are passed over.
     *
     * @throws IllegalArgumentException if there is something that is no segment
     * @throws IndexOutOfBoundsException if the file ends too early
     */
    static void walk(ByteBuffer file, PartVisitor visitor) {
        new JpegParts(file, visitor).walk();
    }

    private void walk() {
        visitor.part(START, 0, 2);
        int scans = 0;
        for (int marker = marker(); marker != END; marker = marker()) {
            if (isAlone(marker)) {
                continue;
            }
            int from = at - 2;
            at += uint16(at);
            if (marker == SCAN) {
                skipScan();
                scans++;
            }
            if (at > file.limit() || scans > MAX_SCANS) {
                throw new IllegalArgumentException("not sound at " + at);
            }
            visitor.part(marker, from, at);
        }
        visitor.part(END, at - 2, at);
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
        return marker == 0x01 || (marker >= 0xD0 && marker <= START);
    }

    private int uint8(int index) {
        return Byte.toUnsignedInt(file.get(index));
    }

    private int uint16(int index) {
        return Short.toUnsignedInt(file.getShort(index));
    }
}
