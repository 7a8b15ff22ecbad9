package io.assay.load.pictures;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Reads files out of a gzipped tar archive, as npm packages are. */
final class TarGz {

    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_BYTES = 155;
    private static final long MOST = 64 << 20;

    private TarGz() {}

    /** Bytes of the wanted regular files, by path. */
    static Map<String, byte[]> files(byte[] archive, Predicate<String> wanted) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive), 1 << 16)) {
            byte[] header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                String name = name(header);
                long size = size(name, header);
                if (isRegular(header) && wanted.test(name)) {
                    files.put(name, exactly(tar, size));
                } else {
                    tar.skipNBytes(size);
                }
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = tar.readNBytes(BLOCK);
            }
        }
        return files;
    }

    private static byte[] exactly(InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(size));
        if (bytes.length < size) {
            throw new EOFException("archive ends within a file");
        }
        return bytes;
    }

    private static boolean isRegular(byte[] header) {
        return header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
    }

    private static String name(byte[] header) {
        String prefix = text(header, PREFIX_AT, PREFIX_BYTES);
        String name = text(header, 0, NAME_BYTES);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long size(String name, byte[] header) throws IOException {
        String octal = text(header, SIZE_AT, SIZE_BYTES).strip();
        long size = octal.matches("[0-7]{1,11}") ? Long.parseLong(octal, 8) : -1;
        if (size < 0 || size > MOST) {
            throw new IOException(
                    "size of " + name + ": " + octal + " (expected: octal, at most " + MOST + ")");
        }
        return size;
    }

    private static String text(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }
}
