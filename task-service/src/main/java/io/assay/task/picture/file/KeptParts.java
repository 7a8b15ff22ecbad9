package io.assay.task.picture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Writes what is kept of a file; neighbours are written as one. */
final class KeptParts {

    private final ByteBuffer file;
    private final WritableByteChannel out;
    private int from;
    private int to;

    KeptParts(ByteBuffer file, WritableByteChannel out) {
        this.file = file;
        this.out = out;
    }

    void keep(int partFrom, int partTo) throws IOException {
        if (partFrom != to) {
            flush();
            from = partFrom;
        }
        to = partTo;
    }

    void put(ByteBuffer bytes) throws IOException {
        flush();
        write(bytes);
    }

    void flush() throws IOException {
        write(file.slice(from, to - from));
        from = to;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
