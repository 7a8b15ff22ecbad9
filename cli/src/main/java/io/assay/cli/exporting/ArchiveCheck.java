package io.assay.cli.exporting;

import io.assay.cli.client.Json;
import io.assay.events.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/** Whether an export is whole: the manifest vouches for the sums, and the sums for every file. */
final class ArchiveCheck {

    private static final String SUMS = "SHA256SUMS";
    private static final String MANIFEST = "manifest.json";
    private static final int HEX = 64;

    private ArchiveCheck() {}

    /**
     * Returns the manifest.
     *
     * @throws IOException if something does not add up; the message says what
     */
    static JsonNode check(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            JsonNode manifest = Json.read(bytes(zip, MANIFEST), JsonNode.class);
            same(SUMS, sum(zip, SUMS), manifest.path("sha256OfSums").asString(""));
            long files = checkFiles(zip);
            long expected = manifest.path("files").asLong(-1);
            if (files + 1 != expected || zip.size() != expected + 1) {
                throw new IOException(
                        "files: %,d (expected: %,d)".formatted(zip.size() - 1, expected));
            }
            return manifest;
        } catch (ZipException e) {
            throw new IOException("not a whole archive: " + e.getMessage(), e);
        }
    }

    private static long checkFiles(ZipFile zip) throws IOException {
        long files = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(open(zip, SUMS), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String name = line.substring(HEX + 2);
                same(name, sum(zip, name), line.substring(0, HEX));
                files++;
            }
        }
        return files;
    }

    private static void same(String name, String found, String expected) throws IOException {
        if (!found.equals(expected)) {
            throw new IOException(name + ": SHA-256 " + found + " (expected: " + expected + ")");
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = open(zip, name)) {
            return in.readAllBytes();
        }
    }

    private static String sum(ZipFile zip, String name) throws IOException {
        MessageDigest sha256 = Ids.sha256();
        try (InputStream in = open(zip, name);
                OutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + ": missing from the archive");
        }
        return zip.getInputStream(entry);
    }
}
