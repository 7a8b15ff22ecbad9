package io.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsARowForEveryMethod(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("labels.csv"),
                "item,worker,label,repeat\na,w,cat,0\na,v,dog,0\na,w,dog,1\nb,w,dog,0\n");
        Files.writeString(directory.resolve("truth.csv"), "item,truth\na,cat\nb,dog\nc,cat\n");

        int exit = Evaluate.run(out, directory);

        assertThat(exit).isZero();
        assertThat(printed())
                .contains("2 items, 2 workers, 2 classes, 3 labels, 2 items of known truth")
                .contains("majority", "ZenCrowd (one-coin)", "Dawid-Skene", "Assay", "stopping")
                .doesNotContain("NaN");
    }

    @Test
    void saysWhatIsMissing(@TempDir Path directory) {
        assertThat(Evaluate.run(out, directory)).isEqualTo(2);
        assertThat(printed()).contains("neither labels.csv");
    }

    /** Each reads one word of three wrong, and another one. */
    @Test
    void scoresReadingsByCharactersAndWords(@TempDir Path directory) throws IOException {
        write(
                directory,
                "readings.csv",
                "item,worker,text/s,a,main sheet 12/s,b,man street 12/s,c,main street 17"
                        + "/s,c,nothing/t,a,exit/t,b,exit/t,c,exit/u,a,unknown");
        write(directory, "truth.csv", "item,truth/s,main street 12/t,exit/u,/v,unread");

        int exit = Evaluate.run(out, directory);

        assertThat(exit).isZero();
        assertThat(printed())
                .contains("2 texts with 6 readings")
                .containsPattern("3 +assay +0.0000 +0.0000 +1.0000")
                // "main sheet 12" is the first, and one word of four is wrong in any of them
                .containsPattern("3 +commonest +0\\.\\d+ +0.2500 +0.5000");
    }

    @Test
    void saysThatReadingsNeedATruth(@TempDir Path directory) throws IOException {
        write(directory, "readings.csv", "item,worker,text/s,a,main street");

        assertThat(Evaluate.run(out, directory)).isEqualTo(2);
        assertThat(printed()).contains("no item with readings has a truth");
    }

    /** File, row and reason: what a person needs to mend it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "item,worker,label/a,w | labels.csv, row 2: 2 cells (expected: 3:"
                        + " item,worker,label)",
                "item,worker,label/a,w,x//a,,x | labels.csv, row 4: worker: empty (expected: a"
                        + " name)",
                "item,worker,label/a,w, | labels.csv, row 2: label: empty (expected: a name)",
                "item,worker,label/a,w,\"x | labels.csv, row 2: a quotation mark is not closed",
                "item,who,label/a,w,x | labels.csv, row 1: columns: item,who,label (expected: one"
                        + " of them worker)",
                "`` | labels.csv: empty (expected: a row of column names)",
                "item,worker,label | nothing to score: no item with labels has a truth (truth.csv)",
            })
    void saysWhichRowIsBad(String labels, String message, @TempDir Path directory)
            throws IOException {
        write(directory, "labels.csv", labels);
        write(directory, "truth.csv", "item,truth/a,x");

        int exit = Evaluate.run(out, directory);

        assertThat(exit).isEqualTo(2);
        assertThat(printed()).contains(message);
    }

    @Test
    void refusesTwoTruthsOfOneItem(@TempDir Path directory) throws IOException {
        write(directory, "labels.csv", "item,worker,label/a,w,x");
        write(directory, "truth.csv", "item,truth/a,x/a,x/a,y");

        assertThat(Evaluate.run(out, directory)).isEqualTo(2);
        assertThat(printed())
                .contains("truth.csv, row 4: truth: y (expected: x, as in a row before)");
    }

    @Test
    void refusesWhatIsNotZippedThoughItSaysSo(@TempDir Path directory) throws IOException {
        write(directory, "labels.csv.gz", "item,worker,label/a,w,x");

        assertThat(Evaluate.run(out, directory)).isEqualTo(2);
        assertThat(printed()).contains("labels.csv.gz: cannot be read");
    }

    @Test
    void readsOtherPeoplesFiles(@TempDir Path directory) throws IOException {
        write(
                directory,
                "labels.csv",
                "\uFEFFworker,seconds,item,label\r"
                        + "/w,3,a,\"big, red\"\r"
                        + "/v,2,a,\"a \"\"cat\"\"\"\r"
                        + "/w,9,a,cat\r"
                        + "/w,1,b,cat");
        write(directory, "truth.csv", "item,truth/a,\"big, red\"/b,/c,dog/b,cat");

        Recording recording = Recording.read(directory, "labels", "truth").orElseThrow();

        assertThat(recording.classNames()).containsExactly("a \"cat\"", "big, red", "cat", "dog");
        assertThat(recording.labels().size()).isEqualTo(3);
        assertThat(recording.truth()).containsExactly(1, 2);
    }

    @Test
    void copesWithASingleClass(@TempDir Path directory) throws IOException {
        write(directory, "labels.csv", "item,worker,label/a,w,x/b,w,x/b,v,x");
        write(directory, "truth.csv", "item,truth/a,x/b,x");

        assertThat(Evaluate.run(out, directory)).isZero();
        assertThat(printed()).contains("1 classes").doesNotContain("NaN");
    }

    private static void write(Path directory, String name, String lines) throws IOException {
        Files.writeString(directory.resolve(name), lines.replace('/', '\n'));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
