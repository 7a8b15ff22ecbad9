package io.assay.cli.importing;

import io.assay.events.Ids;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, as it is or packed.
 *
 * @param format ndjson or csv
 */
public record RowsFile(Path path, String format) {

    private static final int BUFFER = 128 * 1024;

    /**
     * @param format null to take it from the file's name
     * @throws IllegalArgumentException if it does not
     */
    static RowsFile of(Path path, @Nullable String format) {
        return new RowsFile(path, Optional.ofNullable(format).orElseGet(() -> formatOf(path)));
    }

    private static String formatOf(Path path) {
        String name =
                path.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".csv")) {
            return "csv";
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return "ndjson";
        }
        throw new IllegalArgumentException(
                path + ": of no known kind (expected: .ndjson, .jsonl or .csv, or --format)");
    }

    boolean isPacked() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** Bytes when unpacked; null if only reading shows it. */
    public @Nullable Long size() throws IOException {
        return isPacked() ? null : Files.size(path);
    }

    /** As it lies there. */
    InputStream packed() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }

    /** From a byte of the unpacked content on. */
    InputStream from(long offset) throws IOException {
        InputStream content = isPacked() ? new GZIPInputStream(packed(), BUFFER) : packed();
        try {
            content.skipNBytes(offset);
            return content;
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    /** Changes when the file does, so that an import goes on only with the same content. */
    String fingerprint() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        String identity =
                path.getFileName()
                        + "\n"
                        + attributes.size()
                        + "\n"
                        + attributes.lastModifiedTime();
        return hash(identity);
    }

    static String hash(String text) {
        return Ids.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
