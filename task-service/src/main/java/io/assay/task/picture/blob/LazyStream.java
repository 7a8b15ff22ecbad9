package io.assay.task.picture.blob;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Opens a blob when it is first read, at the place that was skipped to. */
public final class LazyStream extends InputStream {

    private final Blob blob;
    private long offset;
    private @Nullable InputStream in;

    public LazyStream(Blob blob) {
        this.blob = blob;
    }

    @Override
    public long skip(long bytes) throws IOException {
        if (in != null) {
            return in.skip(bytes);
        }
        long skipped = Math.clamp(bytes, 0, blob.size() - offset);
        offset += skipped;
        return skipped;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return opened().read(into, from, length);
    }

    private InputStream opened() throws IOException {
        InputStream opened = in;
        if (opened == null) {
            opened = blob.opener().from(offset);
            in = opened;
        }
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
