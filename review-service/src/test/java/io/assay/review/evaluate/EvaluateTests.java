package io.assay.review.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class EvaluateTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsARowForEveryMethod(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("labels.csv"),
                "item,worker,label,repeat\na,w,cat,0\na,v,dog,0\na,w,dog,1\nb,w,dog,0\n");
        Files.writeString(directory.resolve("truth.csv"), "item,truth\na,cat\nb,dog\nc,cat\n");

        int exit = Evaluate.run(out, directory.toString());

        assertThat(exit).isZero();
        assertThat(printed())
                .contains("2 items, 2 workers, 2 classes, 3 labels, 2 items of known truth")
                .contains("majority", "ZenCrowd (one-coin)", "Dawid-Skene", "Assay", "stopping")
                .doesNotContain("NaN");
    }

    @Test
    void saysWhatIsMissing(@TempDir Path directory) {
        assertThat(Evaluate.run(out, directory.toString())).isEqualTo(2);
        assertThat(printed()).contains("no labels.csv");
    }

    @Test
    void tellsItsUse() {
        assertThat(Evaluate.run(out, "--help")).isZero();
        assertThat(Evaluate.run(out)).isEqualTo(2);
        assertThat(printed()).contains("usage: ./assay evaluate DIR");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
