package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.ResultProvenance;
import io.assay.events.Tool;
import io.assay.events.Transcript;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;
import io.assay.formats.data.Losses;
import io.assay.formats.data.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossesTests {

    private static final Box TURNED = new Box("car", 10, 10, 20, 10, 90.0, Map.of());
    private static final Box DESCRIBED =
            new Box("car", 1, 1, 2, 2, null, Map.of("colour", "red", "occluded", "true"));

    private static Labelled row(@Nullable Answer answer, @Nullable Integer side) {
        return new Labelled("a", "a.jpg", null, side, side, answer, null);
    }

    private static Map<Loss, Integer> losses(Format format, Labelled row) {
        Tool tool = row.answer() == null ? Tool.BOX : row.answer().tool();
        return Losses.of(format, new Classes(Sets.ontology(tool, true)), row);
    }

    @Test
    void vocHasNoRotationAndFewAttributes() {
        Labelled row = row(new Answer.Boxes(List.of(TURNED, TURNED, DESCRIBED)), 50);

        assertThat(losses(Format.VOC, row)).isEqualTo(Map.of(Loss.ROTATION, 2, Loss.ATTRIBUTES, 1));
        assertThat(losses(Format.COCO, row)).isEmpty();
        assertThat(losses(Format.CVAT, row)).isEmpty();
        assertThat(losses(Format.YOLO, row)).isEqualTo(Map.of(Loss.ATTRIBUTES, 1));
    }

    @Test
    void vocWritesTheUprightBoxAroundATurnedOne() throws IOException {
        Labelled row = row(new Answer.Boxes(List.of(TURNED)), 50);

        byte[] written = Sets.written(Format.VOC, Sets.ontology(Tool.BOX, true), List.of(row));

        assertThat(
                        Sets.rows(Sets.read(Format.VOC, Sets.ontology(Tool.BOX, true), written))
                                .getFirst()
                                .answer())
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 15, 5, 10, 20))));
    }

    @Test
    void sharesOfAnUnknownSizeCannotBeWritten() {
        Answer polygon =
                new Answer.Polygons(
                        List.of(
                                new Polygon(
                                        "car",
                                        List.of(new Point(0, 0), new Point(4, 0), new Point(4, 4)),
                                        Map.of())));

        assertThat(losses(Format.YOLO, row(polygon, null))).containsOnlyKeys(Loss.UNKNOWN_SIZE);
        assertThat(losses(Format.LABEL_STUDIO, row(polygon, null)))
                .containsOnlyKeys(Loss.UNKNOWN_SIZE);
        assertThat(losses(Format.COCO, row(polygon, null))).isEmpty();
    }

    @Test
    void whatIsFinerThanAMillionthIsRounded() {
        Labelled row = row(new Answer.Boxes(List.of(new Box("car", 1 / 3.0, 1, 2, 2))), 50);

        assertThat(losses(Format.CVAT, row)).isEqualTo(Map.of(Loss.PRECISION, 1));
        assertThat(losses(Format.VOC, row)).isEqualTo(Map.of(Loss.WHOLE_PIXELS, 1));
        assertThat(losses(Format.COCO, row)).isEmpty();
        assertThat(losses(Format.NDJSON, row)).isEmpty();
    }

    @Test
    void whatReachesOutOfThePictureIsCutOffWhereLoadersRefuseIt() throws IOException {
        Labelled row = row(new Answer.Boxes(List.of(new Box("car", -0.5, 40, 10.5, 10.25))), 50);

        for (Format format : List.of(Format.VOC, Format.YOLO, Format.LABEL_STUDIO)) {
            assertThat(losses(format, row)).as(format.name()).containsEntry(Loss.CLIPPED, 1);
        }
        assertThat(losses(Format.COCO, row)).isEmpty();
        byte[] written = Sets.written(Format.YOLO, Sets.ontology(Tool.BOX, false), List.of(row));
        assertThat(Sets.unzip(written).get("labels/train/a.txt")).isEqualTo("0 0.1 0.9 0.2 0.2\n");
    }

    @Test
    void aTaskWithoutAnAnswerWouldReadAsAnEmptyPictureInVoc() {
        assertThat(losses(Format.VOC, row(null, 50))).containsOnlyKeys(Loss.NO_ANSWER);
        assertThat(losses(Format.COCO, row(null, 50))).isEmpty();
    }

    @Test
    void charactersThatXmlDoesNotHave() {
        Answer answer =
                new Answer.Transcripts(
                        List.of(new Transcript("car", "a\uFFFEb", List.of(), Map.of())));

        assertThat(losses(Format.CVAT, row(answer, 5))).isEqualTo(Map.of(Loss.CHARACTERS, 1));
        assertThat(losses(Format.COCO, row(answer, 5))).isEmpty();
    }

    @Test
    void aMaskOfAHugePictureIsLeftOutWhereItWouldHaveToBeTurned() {
        Answer answer =
                new Answer.Masks(
                        List.of(
                                new Mask(
                                        "car", 20_000, 20_000, List.of(0, 400_000_000), Map.of())));

        assertThat(losses(Format.CVAT, row(answer, 20_000))).containsOnlyKeys(Loss.HUGE_MASK);
        assertThat(losses(Format.COCO, row(answer, 20_000))).isEmpty();
    }

    @Test
    void aToolThatAFormatDoesNotHave() {
        assertThat(losses(Format.VOC, row(new Answer.Category("car"), 5)))
                .containsOnlyKeys(Loss.TOOL);
    }

    @Test
    void provenanceIsInLinesOnly() {
        Provenance from = new Provenance("t", "labelled", 0.9, 3, null, 1, 1, null, null);
        Labelled row = new Labelled("a", "a", null, 1, 1, new Answer.Category("car"), from);

        assertThat(losses(Format.COCO, row)).containsOnlyKeys(Loss.PROVENANCE);
        assertThat(losses(Format.NDJSON, row)).isEmpty();
        assertThat(losses(Format.CSV, row)).isEmpty();
    }

    @Test
    void whatAResultRestsOnIsInNdjsonOnly() {
        Provenance from =
                new Provenance(
                        "t",
                        "labelled",
                        0.9,
                        3,
                        null,
                        1,
                        1,
                        null,
                        null,
                        new ResultProvenance("one-coin/1", 1, 0.9, List.of(), List.of()));
        Labelled row = new Labelled("a", "a", null, 1, 1, new Answer.Category("car"), from);

        assertThat(losses(Format.NDJSON, row)).isEmpty();
        assertThat(losses(Format.CSV, row)).containsOnlyKeys(Loss.SOURCES);
    }
}
