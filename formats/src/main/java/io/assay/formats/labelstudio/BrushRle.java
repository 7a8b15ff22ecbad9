package io.assay.formats.labelstudio;

import io.assay.formats.data.BadEntry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Label Studio's packing of masks: the bytes of the picture in RGBA, row by row, as a stream of
 * bits that holds runs of one byte and stretches of single bytes. A pixel is inside if its alpha
 * is.
 */
final class BrushRle {

    private static final int[] SIZES = {3, 4, 8, 16};
    private static final int CHANNELS = 4;
    private static final int HALF = 128;

    private BrushRle() {}

    /**
     * @param pixels how many the picture has, at most 2^27
     */
    static byte[] pack(BitSet rows, int pixels) {
        Bits bits = new Bits();
        bits.write((long) pixels * CHANNELS, 32);
        bits.write(8 - 1, 5);
        for (int size : SIZES) {
            bits.write(size - 1, 4);
        }
        int at = 0;
        while (at < pixels) {
            boolean inside = rows.get(at);
            int end = inside ? rows.nextClearBit(at) : rows.nextSetBit(at);
            int next = end < 0 || end > pixels ? pixels : end;
            writeRun(bits, (long) (next - at) * CHANNELS, inside ? 255 : 0);
            at = next;
        }
        return bits.bytes();
    }

    private static void writeRun(Bits bits, long length, int value) {
        long left = length;
        while (left > 0) {
            int run = (int) Math.min(left, 1 << SIZES[SIZES.length - 1]);
            int size = 0;
            while (run > 1 << SIZES[size]) {
                size++;
            }
            bits.write(1, 1);
            bits.write(size, 2);
            bits.write(run - 1, SIZES[size]);
            bits.write(value, 8);
            left -= run;
        }
    }

    static BitSet unpack(byte[] packed, int pixels) throws BadEntry {
        BitsIn bits = new BitsIn(packed);
        long bytes = bits.read(32);
        if (bytes != (long) pixels * CHANNELS) {
            throw BadEntry.unexpected("rle", bytes + " bytes", pixels + " pixels of 4 bytes");
        }
        int word = (int) bits.read(5) + 1;
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            sizes.add((int) bits.read(4) + 1);
        }
        BitSet rows = new BitSet(pixels);
        long at = 0;
        while (at < bytes) {
            boolean run = bits.read(1) == 1;
            long end = at + 1 + bits.read(sizes.get((int) bits.read(2)));
            if (end > bytes) {
                throw BadEntry.unexpected("rle", end + " bytes", "at most " + bytes);
            }
            if (run) {
                mark(rows, at, end, bits.read(word));
                at = end;
            }
            for (; at < end; at++) {
                mark(rows, at, at + 1, bits.read(word));
            }
        }
        return rows;
    }

    /** The pixels whose alpha, their fourth byte, lies within. */
    private static void mark(BitSet rows, long from, long to, long value) {
        if (value >= HALF) {
            rows.set((int) (from / CHANNELS), (int) (to / CHANNELS));
        }
    }

    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long held;
        private int count;

        void write(long value, int bits) {
            held = held << bits | value;
            count += bits;
            while (count >= 8) {
                count -= 8;
                bytes.write((int) (held >>> count));
                held &= (1L << count) - 1;
            }
        }

        byte[] bytes() {
            if (count > 0) {
                bytes.write((int) (held << (8 - count)));
            }
            return bytes.toByteArray();
        }
    }

    private static final class BitsIn {

        private final byte[] bytes;
        private long at;

        BitsIn(byte[] bytes) {
            this.bytes = bytes;
        }

        long read(int bits) throws BadEntry {
            if (at + bits > bytes.length * 8L) {
                throw new BadEntry("rle: ends too early (expected: all pixels)");
            }
            long value = 0;
            for (int i = 0; i < bits; i++, at++) {
                int bit = bytes[(int) (at / 8)] >> (7 - at % 8) & 1;
                value = value << 1 | bit;
            }
            return value;
        }
    }
}
