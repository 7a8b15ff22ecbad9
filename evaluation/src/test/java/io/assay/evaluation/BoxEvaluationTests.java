package io.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxEvaluationTests {

    /**
     * Figures by simple majority that the data set's notes give; the order of workers is chance.
     */
    @Test
    void beatsTheMajorityOnRecordedBoxes() throws IOException {
        BoxEvaluation evaluation = new BoxEvaluation(recorded(), 3);

        BoxEvaluation.Result three = evaluation.evaluate(3);
        BoxEvaluation.Result seven = evaluation.evaluate(7);

        assertThat(three.majority().f1()).isCloseTo(0.910, within(0.01));
        assertThat(seven.majority().f1()).isCloseTo(0.922, within(0.005));
        assertThat(three.assay().f1()).isGreaterThan(three.majority().f1() + 0.008);
        assertThat(seven.assay().f1()).isGreaterThan(seven.majority().f1() + 0.006);
        assertThat(three.assay().meanOverlap()).isGreaterThan(0.82);
        assertThat(seven.assay().meanOverlap()).isGreaterThan(0.85);
        assertThat(three.oneByOne().f1()).isGreaterThan(three.assay().f1() - 0.003);
        assertThat(seven.oneByOne().f1()).isGreaterThan(seven.assay().f1() - 0.003);
        assertThat(three.oneByOne().meanOverlap()).isGreaterThan(three.majority().meanOverlap());
    }

    @Test
    void stoppingSavesLabels() throws IOException {
        BoxStopping.Outcome outcome = BoxStopping.simulate(recorded(), 0.025, 2);

        assertThat(outcome.labelsPerPicture()).isLessThan(3.3);
        assertThat(outcome.score().f1()).isGreaterThan(0.92);
    }

    private static BoxData recorded() throws IOException {
        Path data =
                Optional.ofNullable(System.getenv("ASSAY_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/data"));
        Path boxes = data.resolve("crowd/pedestrian-boxes");
        Assumptions.assumeTrue(BoxEvaluation.isFor(boxes), "no recorded data at " + boxes);
        return BoxData.read(boxes);
    }

    @Test
    void printsATableOfAnyDataSet(@TempDir Path dir) throws IOException {
        write(
                dir.resolve("answers.csv.gz"),
                """
                role,worker,assignment_id,image_id,n_boxes
                crowd,a,1,p,1
                crowd,b,2,p,1
                crowd,c,3,p,0
                crowd,a,4,q,0
                expert,x,5,p,1
                """);
        write(
                dir.resolve("boxes.csv.gz"),
                """
                role,worker,assignment_id,image_id,box,x0,y0,x1,y1,drawn_at_ms
                crowd,a,1,p,0,10,10,50,50,1
                crowd,b,2,p,0,10,10,50,48,1
                crowd,b,2,p,1,7,7,7,9,1
                expert,x,5,p,0,10,10,50,50,1
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(BoxEvaluation.isFor(dir)).isTrue();
        BoxEvaluation.print(dir, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 pictures, 1 with an expert's boxes")
                .containsPattern("7 +assay +1.0000 +1.0000 1.0000")
                .containsPattern("7 +one by one +1.0000 +1.0000 1.0000")
                .doesNotContain("NaN");
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Writer writer =
                        new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
            writer.write(text);
        }
    }
}
