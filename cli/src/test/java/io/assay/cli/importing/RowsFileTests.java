package io.assay.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsFileTests {

    @TempDir Path directory;

    private Path file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void theNameTellsTheFormatUnlessItIsSaid() {
        assertThat(RowsFile.of(Path.of("a.csv"), null).format()).isEqualTo("csv");
        assertThat(RowsFile.of(Path.of("a.CSV.gz"), null).format()).isEqualTo("csv");
        assertThat(RowsFile.of(Path.of("a.jsonl"), null).format()).isEqualTo("ndjson");
        assertThat(RowsFile.of(Path.of("a.txt"), "csv").format()).isEqualTo("csv");
        assertThatIllegalArgumentException().isThrownBy(() -> RowsFile.of(Path.of("a.txt"), null));
    }

    @Test
    void readsFromAnyByteOfWhatIsPackedOrNot() throws IOException {
        RowsFile plain = RowsFile.of(file("a.csv", "0123456789"), null);
        RowsFile packed = RowsFile.of(file("b.csv.gz", "0123456789"), null);

        assertThat(plain.size()).isEqualTo(10);
        assertThat(packed.size()).isNull();
        assertThat(plain.from(4)).hasBinaryContent("456789".getBytes(StandardCharsets.UTF_8));
        assertThat(packed.from(4)).hasBinaryContent("456789".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFingerprintChangesWithTheFile() throws IOException {
        Path path = file("a.csv", "one");
        RowsFile file = RowsFile.of(path, null);
        String before = file.fingerprint();

        assertThat(file.fingerprint()).isEqualTo(before);
        Files.writeString(path, "other");
        assertThat(file.fingerprint()).isNotEqualTo(before);
    }
}
