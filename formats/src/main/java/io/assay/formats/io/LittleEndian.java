package io.assay.formats.io;

import java.io.IOException;
import java.io.OutputStream;

/** Writes numbers with their lowest byte first, and counts. */
final class LittleEndian {

    private final OutputStream out;
    private long written;

    LittleEndian(OutputStream out) {
        this.out = out;
    }

    long written() {
        return written;
    }

    LittleEndian two(int value) throws IOException {
        return number(value, 2);
    }

    LittleEndian four(long value) throws IOException {
        return number(value, 4);
    }

    LittleEndian eight(long value) throws IOException {
        return number(value, 8);
    }

    private LittleEndian number(long value, int bytes) throws IOException {
        byte[] all = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            all[i] = (byte) (value >>> (8 * i));
        }
        return bytes(all);
    }

    LittleEndian bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
        return this;
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Writes through; closing it does nothing. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                written += length;
            }
        };
    }
}
