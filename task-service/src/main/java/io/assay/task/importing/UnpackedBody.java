package io.assay.task.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A body as it was before its sender packed it, bounded in length and in how far it unpacks. */
final class UnpackedBody extends FilterInputStream {

    /** Bytes of one body, unpacked. */
    static final long MAX_BYTES = 2L * 1024 * 1024 * 1024;

    /** Text packs to a tenth or so; nothing honest packs to a two-hundredth for long. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 16L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Counted sent;
    private final boolean packed;
    private final long longest;
    private long total;

    private UnpackedBody(InputStream in, Counted sent, boolean packed, long longest) {
        super(in);
        this.sent = sent;
        this.packed = packed;
        this.longest = longest;
    }

    /**
     * @param encoding the Content-Encoding: gzip, or none
     * @throws UnreadableFile if it is not packed as declared, or in an unknown way
     */
    static UnpackedBody of(InputStream body, @Nullable String encoding, long longest)
            throws IOException {
        Counted sent = new Counted(body);
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity" -> new UnpackedBody(sent, sent, false, longest);
            case "gzip", "x-gzip" -> new UnpackedBody(gzip(sent), sent, true, longest);
            default ->
                    throw new UnreadableFile(
                            "Content-Encoding: " + BadRow.brief(name) + " (expected: gzip)");
        };
    }

    private static InputStream gzip(InputStream sent) throws IOException {
        try {
            return new GZIPInputStream(sent, BUFFER);
        } catch (ZipException e) {
            throw new UnreadableFile("gzip: " + e.getMessage(), e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(into, from, length);
        } catch (ZipException e) {
            throw new UnreadableFile("gzip: " + e.getMessage(), e);
        }
        total += Math.max(0, read);
        if (total > longest) {
            throw new BodyTooLong("body: longer (expected: <= " + longest + " bytes)");
        }
        if (packed && total > RATIO_COUNTS_FROM && total / MAX_RATIO > sent.count) {
            throw new BodyTooLong(
                    "body: unpacks to more (expected: <= " + MAX_RATIO + " times its size)");
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        byte[] skipped = new byte[(int) Math.min(most, BUFFER)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
