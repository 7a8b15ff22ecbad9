package io.assay.load.pictures;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads files out of a gzipped tar archive, as npm packages are. */
final class TarGz {

    private static final int MAX_BYTES = 64 << 20;

    private TarGz() {}

    /** Bytes of the wanted regular files, by path. */
    static Map<String, byte[]> files(byte[] archive, Predicate<String> wanted) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new GZIPInputStream(new ByteArrayInputStream(archive), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (entry.isFile() && wanted.test(entry.getName())) {
                    files.put(entry.getName(), bytes(tar, entry));
                }
            }
        }
        return files;
    }

    private static byte[] bytes(TarArchiveInputStream tar, TarArchiveEntry entry)
            throws IOException {
        if (entry.getSize() > MAX_BYTES) {
            throw new IOException(
                    "size of %s: %d (expected: <= %d)"
                            .formatted(entry.getName(), entry.getSize(), MAX_BYTES));
        }
        byte[] bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new EOFException("archive ends within a file");
        }
        return bytes;
    }
}
