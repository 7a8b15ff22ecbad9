package io.assay.formats.io;

import io.assay.formats.data.UnusableFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets through so many bytes between one element and the next, so that none fills the memory. */
public final class LimitedInput extends FilterInputStream {

    /** Most bytes of one element: more than the largest answer that a project takes. */
    public static final int ELEMENT = 8 * 1024 * 1024;

    private final int most;
    private long sinceElement;

    public LimitedInput(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    public LimitedInput(InputStream in) {
        this(in, ELEMENT);
    }

    /** An element ended. */
    public void elementDone() {
        sinceElement = 0;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws UnusableFile {
        sinceElement += read;
        if (sinceElement > most) {
            throw new UnusableFile("element: over " + most + " bytes (expected: fewer)");
        }
    }
}
