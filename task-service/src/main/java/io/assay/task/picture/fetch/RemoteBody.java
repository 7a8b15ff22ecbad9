package io.assay.task.picture.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Tells the other side's failures from those of whoever reads. Its end is not waited for. */
final class RemoteBody extends InputStream {

    private final InputStream in;

    RemoteBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new IncompleteResponse(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw new IncompleteResponse(e);
        }
    }
}
