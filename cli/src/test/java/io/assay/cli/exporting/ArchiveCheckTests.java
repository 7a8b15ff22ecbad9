package io.assay.cli.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.cli.terminal.Commands;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

class ArchiveCheckTests {

    @TempDir private Path directory;

    private static String sha256(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private Path archive(String content, String summed, String more) throws Exception {
        Path file = directory.resolve("a.zip");
        String sums = sha256(summed) + "  annotations.json\n";
        String manifest = "{\"files\":2,\"sha256OfSums\":\"" + sha256(sums) + "\",\"counts\":{}}";
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "annotations.json", content);
            add(zip, "SHA256SUMS", sums);
            if (!more.isEmpty()) {
                add(zip, more, "");
            }
            add(zip, "manifest.json", manifest);
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWholeArchivePasses() throws Exception {
        assertThat(ArchiveCheck.check(archive("data", "data", "")).get("files").asInt())
                .isEqualTo(2);
    }

    @Test
    void anotherContentDoesNot() throws Exception {
        Path file = archive("other", "data", "");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ArchiveCheck.check(file))
                .withMessageStartingWith("annotations.json: SHA-256 ");
    }

    @Test
    void norDoesAFileThatNobodyVouchesFor() throws Exception {
        Path file = archive("data", "data", "extra.txt");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ArchiveCheck.check(file))
                .withMessageStartingWith("files: 3 (expected: 2)");
    }

    @Test
    void norDoesHalfAnArchive() throws Exception {
        Path file = archive("data", "data", "");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ArchiveCheck.check(file))
                .withMessageStartingWith("not a whole archive");
    }

    @Test
    void optionsBecomeTheQuery() {
        ExportCommand command = new ExportCommand(System.out);

        Commands.line(System.out, command)
                .parseArgs(
                        "p1",
                        "--format",
                        "coco",
                        "--out=a.zip",
                        "--no-gold",
                        "--min-confidence=0.9");

        assertThat(command.query()).isEqualTo("?includeGold=false&minConfidence=0.9");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(
                        () ->
                                Commands.line(System.out, new ExportCommand(System.out))
                                        .parseArgs("p1"))
                .withMessageContainingAll("--format", "--out");
    }
}
