package io.assay.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTests {

    @TempDir private Path directory;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void otherToolsReadItAndTheSumsHold() throws Exception {
        Path file = directory.resolve("a.zip");
        String sum;
        try (OutputStream out = Files.newOutputStream(file);
                Bundle bundle = new Bundle(out)) {
            bundle.add("ä/at hand.txt", bytes("at hand ".repeat(100)));
            try (OutputStream stream = bundle.stream("streamed.txt")) {
                for (int i = 0; i < 100_000; i++) {
                    stream.write(bytes("line " + i + "\n"));
                }
            }
            bundle.add("empty", new byte[0]);
            sum = bundle.addSums();
            bundle.add("manifest.json", bytes("{}"));
            bundle.finish();
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] sums = content(zip, Bundle.SUMS);
            assertThat(sha256(sums)).isEqualTo(sum);
            List<String> lines = new String(sums, StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSize(3);
            for (String line : lines) {
                String[] parts = line.split("  ", 2);
                assertThat(sha256(content(zip, parts[1]))).isEqualTo(parts[0]);
            }
            assertThat(new String(content(zip, "streamed.txt"), StandardCharsets.UTF_8))
                    .endsWith("line 99999\n");
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "ä/at hand.txt", "streamed.txt", "empty", Bundle.SUMS, "manifest.json");
        }
    }

    /** More than 65,535 files need ZIP64. */
    @Test
    void holdsManyFiles() throws IOException {
        Path file = directory.resolve("many.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Bundle bundle = new Bundle(out)) {
            for (int i = 0; i < 70_000; i++) {
                bundle.add("f" + i, bytes("content of " + i));
            }
            bundle.finish();
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(content(zip, "f69999")).isEqualTo(bytes("content of 69999"));
        }
    }

    @Test
    void oneThatBrokeOffIsNoArchive() throws IOException {
        Path file = directory.resolve("half.zip");
        try (OutputStream out = Files.newOutputStream(file);
                Bundle bundle = new Bundle(out)) {
            bundle.add("a", bytes("a"));
        }

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> new ZipFile(file.toFile()).close());
    }
}
