package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;
import io.assay.formats.data.Losses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Assumptions;

/** Exports as the loaders of others read them; their rules are in a script, for Python has them. */
class OthersReadersTests {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final int ROWS = 25;

    /** Skips only where there is no Python. */
    private static String python(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("no python3 here");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<Labelled> rows(Format format, Ontology ontology, boolean turns) {
        Classes classes = new Classes(ontology);
        List<Labelled> rows = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        new AnyAnswers(WIDTH, HEIGHT, turns)
                .of(ontology.tool())
                .sampleStream()
                .limit(ROWS)
                .forEach(answers::add);
        for (Answer answer : answers) {
            String id = List.of("=a", "cam1/", "cam2/", "-").get(rows.size() % 4) + rows.size() / 8;
            Labelled row =
                    new Labelled(
                            id + "#" + rows.size(),
                            FileNames.of(id, "image/jpeg"),
                            null,
                            WIDTH,
                            HEIGHT,
                            answer,
                            null);
            if (Losses.of(format, classes, row).keySet().stream().noneMatch(Loss::leavesOut)) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Example
    void loadersOfOthersTakeWhatWeWrite() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("assay-exports");
        List<String> arguments = new ArrayList<>(List.of("src/test/python/read_exports.py"));
        List<Path> written = new ArrayList<>();
        try {
            for (Format format : Format.values()) {
                for (Tool tool : Tool.values()) {
                    for (boolean turns : new boolean[] {false, true}) {
                        if (!format.expresses(tool) || (turns && tool != Tool.BOX)) {
                            continue;
                        }
                        Ontology ontology = Sets.ontology(tool, turns);
                        Path file = folder.resolve(format + "-" + tool + "-" + turns + ".zip");
                        List<Labelled> rows = rows(format, ontology, turns);
                        Files.write(file, Sets.written(format, ontology, rows));
                        written.add(file);
                        arguments.add(format.wireName() + "=" + file);
                    }
                }
            }

            assertThat(python(arguments)).contains(written.size() + " exports, 0 faults");
        } finally {
            for (Path file : written) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /** Else the script might find nothing wrong with anything. */
    @Example
    void theRulesFindWhatIsWrong() throws IOException, InterruptedException {
        Path file = Files.createTempFile("assay-export", ".zip");
        String yaml = "path: .\ntrain: images\nval: images\nnc: 1\nnames:\n  0: \"car\"\n";
        Files.write(
                file,
                Sets.zip(
                        "data.yaml",
                        yaml,
                        "labels/train/a.txt",
                        "0 0.5 0.5 1.1 0\n",
                        "pictures.csv",
                        "file\nimages/train/a.jpg\n"));
        try {
            python(List.of("src/test/python/read_exports.py", "yolo=" + file));
        } catch (AssertionError told) {
            assertThat(told).hasMessageContaining("1.1").hasMessageContaining("no extent");
            return;
        } finally {
            Files.delete(file);
        }
        throw new AssertionError("shares over 1 are taken");
    }
}
