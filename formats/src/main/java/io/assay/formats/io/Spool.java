package io.assay.formats.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file: written to its end, read from any place, gone when closed. */
public final class Spool implements Closeable {

    private final FileChannel channel;
    private long written;

    public Spool() throws IOException {
        Path file = Files.createTempFile("assay-spool-", ".tmp");
        // where the system allows it the name is gone at once, so that a crash leaves nothing
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** How many bytes are in it. */
    public long size() {
        return written;
    }

    /** Appends; closing it does nothing. */
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
                while (left.hasRemaining()) {
                    written += channel.write(left, written);
                }
            }
        };
    }

    /** What lies between two places; several may be read at once. */
    public InputStream in(long from, long to) {
        return new Part(from, to);
    }

    /** All of it. */
    public InputStream in() {
        return in(0, written);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Part extends InputStream {

        private final long to;
        private long at;

        Part(long from, long to) {
            this.at = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int most = (int) Math.min(length, to - at);
            if (most <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, most), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
