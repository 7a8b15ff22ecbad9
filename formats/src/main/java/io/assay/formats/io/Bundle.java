package io.assay.formats.io;

import io.assay.events.Ids;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A ZIP archive that is written to its end without ever being held: neither its files nor, unlike
 * {@link java.util.zip.ZipOutputStream}, its directory, which for a million files would take
 * hundreds of megabytes. An archive that broke off has no directory, so no tool takes it for whole.
 */
public final class Bundle implements Closeable {

    /** Lists the SHA-256 of each file before it, as {@code sha256sum --check} reads it. */
    public static final String SUMS = "SHA256SUMS";

    private static final int BUFFER = 64 * 1024;

    private final ZipRecords zip;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final MessageDigest sha256 = Ids.sha256();
    private final Spool sums = new Spool();
    private final OutputStream sumsOut = new BufferedOutputStream(sums.out(), BUFFER);
    private long files;

    public Bundle(OutputStream out) throws IOException {
        this.zip = new ZipRecords(out);
    }

    /** How many files there are. */
    public long files() {
        return files;
    }

    /** Adds a file that is at hand. */
    public void add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        deflater.reset();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater, 8 * 1024)) {
            out.write(content);
        }
        zip.file(name, crc.getValue(), packed.toByteArray(), content.length);
        sha256.reset();
        summed(name, sha256.digest(content));
    }

    /** Adds a file that is written bit by bit; it ends with the stream, before any other begins. */
    public OutputStream stream(String name) throws IOException {
        deflater.reset();
        sha256.reset();
        zip.begin(name);
        return new BufferedOutputStream(new Streamed(name), BUFFER);
    }

    /** Adds the list of sums and returns its own, which thereby vouches for all files before. */
    public String addSums() throws IOException {
        sumsOut.flush();
        MessageDigest all = Ids.sha256();
        try (OutputStream out = new DigestOutputStream(stream(SUMS), all)) {
            sums.in().transferTo(out);
        }
        return HexFormat.of().formatHex(all.digest());
    }

    /** Ends the archive. */
    public void finish() throws IOException {
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        try (sums) {
            zip.close();
        }
    }

    private void summed(String name, byte[] sum) throws IOException {
        files++;
        String line = HexFormat.of().formatHex(sum) + "  " + name + "\n";
        sumsOut.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private final class Streamed extends OutputStream {

        private final String name;
        private final CRC32 crc = new CRC32();
        private final DeflaterOutputStream packed =
                new DeflaterOutputStream(zip.data(), deflater, BUFFER);
        private long size;
        private boolean closed;

        Streamed(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            crc.update(bytes, offset, length);
            sha256.update(bytes, offset, length);
            size += length;
            packed.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                packed.finish();
                zip.end(name, crc.getValue(), size);
                summed(name, sha256.digest());
            }
        }
    }
}
