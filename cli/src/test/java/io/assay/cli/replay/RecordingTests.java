package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTests {

    @TempDir Path directory;

    @Test
    void keepsEachWorkersFirstLabel() throws IOException {
        write(
                "labels.csv",
                "worker,item,label,repeat\n"
                        + "ann,1,cat,0\n"
                        + "ann,1,dog,1\n"
                        + "bob,1,dog,0\n"
                        + "bob,1,cat,0\n"
                        + "bob,2,cat,0\n");
        write("truth.csv", "item,truth\n1,cat\n2,dog\n");

        Recording recording = Recording.read(directory);

        assertThat(recording.labels().get("1")).hasToString("{ann=cat, bob=dog}");
        assertThat(recording.labelCount()).isEqualTo(3);
        assertThat(recording.leftOut()).isEqualTo(2);
        assertThat(recording.workers()).containsExactly("ann", "bob");
        assertThat(recording.classes()).containsExactly("cat", "dog");
        assertThat(recording.maxLabels()).isEqualTo(2);
    }

    @Test
    void readsCompressedFiles() throws IOException {
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("labels.csv.gz")))) {
            out.write("item,worker,label\n1,ann,cat\n".getBytes(StandardCharsets.UTF_8));
        }
        write("truth.csv", "item,truth\n1,cat\n");

        assertThat(Recording.read(directory).labelCount()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoRecording() throws IOException {
        assertThatThrownBy(() -> Recording.read(directory)).hasMessageContaining("labels.csv[.gz]");
        write("labels.csv", "item,who,label\n");
        write("truth.csv", "item,truth\n");

        assertThatThrownBy(() -> Recording.read(directory)).hasMessageContaining("columns");
        write("labels.csv", "item,worker,label\n");

        assertThatThrownBy(() -> Recording.read(directory))
                .hasMessageContaining("expected: 1 to 25");
    }

    @Test
    void quotedFieldsMayHoldCommas() {
        assertThat(Csv.rows(new StringReader("a,\"b, \"\"c\"\"\",,d")))
                .containsExactly(List.of("a", "b, \"c\"", "", "d"));
    }

    @Test
    void labelsThatCannotBeIdsAreNumbered() {
        assertThat(ClassIds.of(List.of("cat", "dog"))).hasToString("{cat=cat, dog=dog}");
        assertThat(ClassIds.of(List.of("a cat", "dog")))
                .hasToString("{a cat=class-1, dog=class-2}");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
