package io.assay.task.picture.archive;

import io.assay.task.picture.archive.Archive.End;
import java.io.IOException;
import java.io.InputStream;

/** Counts what goes into the unpacking and what comes out, and stops it where it goes wrong. */
final class ArchiveMeter {

    /** The archive could not be read on; no fault of the archive's. */
    static final class SourceFailed extends IOException {

        private final IOException reason;

        SourceFailed(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /** The archive is not read on. */
    static final class Stopped extends IOException {

        private final End end;

        Stopped(End end) {
            super(end.name());
            this.end = end;
        }

        End end() {
            return end;
        }
    }

    private interface Source {
        int read(byte[] into, int offset, int length) throws IOException;
    }

    /** {@code PK\5\6}, with which the last part of every archive begins. */
    private static final int LAST_PART = 0x504B0506;

    private final InputStream source;
    private final ArchiveLimits limits;
    private int latest;
    private boolean sawLastPart;
    private long packed;
    private long unpacked;

    ArchiveMeter(InputStream source, ArchiveLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    InputStream packed() {
        return new Counted(this::readPacked);
    }

    /** Closing it closes nothing. */
    InputStream unpacked(InputStream entry) {
        return new Counted((into, offset, length) -> readUnpacked(entry, into, offset, length));
    }

    private int readPacked(byte[] into, int offset, int length) throws SourceFailed {
        try {
            int read = source.read(into, offset, length);
            packed += Math.max(0, read);
            for (int i = offset; i < offset + read; i++) {
                latest = (latest << 8) | Byte.toUnsignedInt(into[i]);
                sawLastPart |= latest == LAST_PART;
            }
            return read;
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }

    /** Whether the last part of an archive came: one that was cut between two files has none. */
    boolean sawLastPart() {
        return sawLastPart;
    }

    private int readUnpacked(InputStream entry, byte[] into, int offset, int length)
            throws IOException {
        int read;
        try {
            read = entry.read(into, offset, length);
        } catch (SourceFailed e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Stopped(End.BROKEN);
        }
        unpacked += Math.max(0, read);
        if (unpacked > limits.bytes()) {
            throw new Stopped(End.TOO_LARGE);
        }
        if (unpacked > limits.ratioFrom() && unpacked > limits.ratio() * packed) {
            throw new Stopped(End.BOMB);
        }
        return read;
    }

    private static final class Counted extends InputStream {

        private final Source source;

        Counted(Source source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return source.read(into, offset, length);
        }
    }
}
