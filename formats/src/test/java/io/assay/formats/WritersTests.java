package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;
import io.assay.events.KeypointInstance;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What others read in the files that we write. */
class WritersTests {

    private static Labelled row(String id, String file, @Nullable Answer answer) {
        return new Labelled(id, file, null, 50, 40, answer, null);
    }

    private static Map<String, String> written(Format format, Ontology ontology, Labelled... rows)
            throws IOException {
        return Sets.unzip(Sets.written(format, ontology, List.of(rows)));
    }

    @Test
    void vocHasWholePixelsFromOneAndWhatLoadersAskFor() throws IOException {
        Answer answer = new Answer.Boxes(List.of(new Box("car", 0, 1.5, 50, 3.25)));

        String xml =
                written(Format.VOC, Sets.ontology(Tool.BOX, false), row("a", "a.jpg", answer))
                        .get("Annotations/a.xml");

        assertThat(xml)
                .contains("<name>A car</name>", "<truncated unsaid=\"1\">0</truncated>")
                .contains("<difficult unsaid=\"1\">0</difficult>")
                .contains("<pose unsaid=\"1\">Unspecified</pose>")
                .contains("exact=\"0.0 1.5 50.0 3.25\"")
                .contains("<xmin>1</xmin><ymin>2</ymin><xmax>50</xmax><ymax>5</ymax>");
    }

    @Test
    void edgesThatSomebodyMovedCountMoreThanTheExactOnes() throws IOException {
        Ontology ontology = Sets.ontology(Tool.BOX, false);
        Answer answer = new Answer.Boxes(List.of(new Box("car", 10, 10.5, 20, 3.25)));
        String xml =
                written(Format.VOC, ontology, row("a", "a.jpg", answer)).get("Annotations/a.xml");
        String moved = xml.replace("<xmin>11</xmin>", "<xmin>15</xmin>");

        assertThat(moved).isNotEqualTo(xml);
        assertThat(
                        Sets.rows(Sets.read(Format.VOC, ontology, Sets.zip("a.xml", moved)))
                                .getFirst()
                                .answer())
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 15, 11, 15, 3))));
    }

    @Test
    void yoloNamesClassesSoThatYamlTakesThemForTexts() throws IOException {
        Ontology ontology =
                new Ontology(
                        Tool.BOX,
                        List.of(
                                new LabelClass("a", "no"),
                                new LabelClass("b", "say \"x\": \\ y"),
                                new LabelClass("c", "é # 漢")));

        String yaml = written(Format.YOLO, ontology).get("data.yaml");

        assertThat(yaml)
                .contains("nc: 3\n", "  0: \"no\"\n", "  1: \"say \\\"x\\\": \\\\ y\"\n")
                .contains("  2: \"é # 漢\"\n");
    }

    @Test
    void aNameThatWouldBeReadAsAnotherClassIsWrittenById() {
        Classes classes =
                new Classes(
                        new Ontology(
                                Tool.BOX,
                                List.of(
                                        new LabelClass("a", "b"),
                                        new LabelClass("b", "Bee"),
                                        new LabelClass("c", "twice"),
                                        new LabelClass("d", "twice"),
                                        new LabelClass("e", " blank "),
                                        new LabelClass("f", "line\nbreak"))));

        assertThat(classes.all().stream().map(known -> classes.written(known.id())))
                .containsExactly("a", "Bee", "c", "d", "e", "f");
    }

    @Test
    void filesOfOneNameStayTwoAndSayWhichIsWhich() throws IOException {
        Ontology ontology = Sets.ontology(Tool.BOX, false);
        Answer none = new Answer.Boxes(List.of());
        List<Labelled> rows =
                List.of(
                        row("cam1/a", "a.jpg", none),
                        row("cam2/a", "A.jpg", none),
                        row("b", "a.png", none));

        for (Format format : List.of(Format.VOC, Format.YOLO)) {
            Map<String, String> files = Sets.unzip(Sets.written(format, ontology, rows));
            assertThat(files.keySet())
                    .filteredOn(n -> n.startsWith("Annotations/") || n.startsWith("labels/"))
                    .hasSize(3);
            assertThat(files.toString()).contains("cam1/a", "cam2/a");
        }
        for (Format format : List.of(Format.COCO, Format.CVAT, Format.LABEL_STUDIO)) {
            byte[] written = Sets.written(format, ontology, rows);
            assertThat(Sets.rows(Sets.read(format, ontology, written)))
                    .extracting(Labelled::fileName)
                    .doesNotHaveDuplicates()
                    .startsWith("a.jpg")
                    .endsWith("a.png");
        }
    }

    @Test
    void aFigureOfOnePointHasABoxThatLoadersTake() throws IOException {
        Keypoint absent = new Keypoint(0, 0, Visibility.ABSENT);
        Keypoint corner = new Keypoint(50, 40, Visibility.VISIBLE);
        Labelled row =
                row(
                        "a",
                        "a.jpg",
                        new Answer.Keypoints(
                                List.of(
                                        new KeypointInstance(
                                                "car",
                                                List.of(corner, absent, absent),
                                                Map.of()))));
        Ontology ontology = Sets.ontology(Tool.KEYPOINTS, false);

        assertThat(written(Format.COCO, ontology, row).get("annotations.json"))
                .contains("\"bbox\":[49.0,39.0,1.0,1.0]", "\"area\":1.0", "\"iscrowd\":0");
        assertThat(written(Format.YOLO, ontology, row).get("labels/train/a.txt"))
                .startsWith("0 0.99 0.9875 0.02 0.025 1 1 2 ");
    }

    @Test
    void textsInTablesAreHarmlessAndComeBack() throws IOException {
        Labelled row = row("=cmd|' /C calc'!A0", "-a.jpg", new Answer.Boxes(List.of()));
        Ontology ontology = Sets.ontology(Tool.BOX, false);

        assertThat(written(Format.CSV, ontology, row).get("results.csv")).contains("\n'=cmd|");
        assertThat(written(Format.YOLO, ontology, row).get("pictures.csv")).contains(",'=cmd|");
        for (Format format : List.of(Format.CSV, Format.YOLO)) {
            byte[] written = Sets.written(format, ontology, List.of(row));
            assertThat(Sets.rows(Sets.read(format, ontology, written)))
                    .extracting(Labelled::externalId)
                    .containsExactly(row.externalId());
        }
    }
}
