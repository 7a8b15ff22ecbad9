package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;
import io.assay.events.KeypointInstance;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files as other tools write them. */
class ForeignFilesTests {

    private static final List<Integer> RING = List.of(23, 3, 4, 3, 4, 1, 1, 1, 4, 3, 4, 3, 9);

    private static Answer only(List<Entry> entries) {
        return Sets.rows(entries).getFirst().answer();
    }

    @Test
    void vocAsLabelImgWritesIt() throws IOException {
        String xml =
                """
                <annotation>
                <folder>test</folder><filename>IMG_1.JPG</filename><path>C:\\cards\\IMG_1.JPG</path>
                <size><width>378</width><height>504</height><depth>3</depth></size><segmented>0</segmented>
                <object><name>car</name><pose>Unspecified</pose><truncated>0</truncated><difficult>1</difficult>
                <bndbox><xmin>203</xmin><ymin>217</ymin><xmax>305</xmax><ymax>396</ymax></bndbox></object>
                <object><name>A sign</name><bndbox><xmax>9.5</xmax><xmin>1</xmin><ymin>2</ymin><ymax>4</ymax>
                </bndbox></object></annotation>\
                """;

        List<Labelled> rows =
                Sets.rows(
                        Sets.read(
                                Format.VOC,
                                Sets.ontology(Tool.BOX, false),
                                Sets.zip("x/IMG_1.xml", xml, "x/IMG_1.JPG", "not read")));

        assertThat(rows)
                .containsExactly(
                        new Labelled(
                                "IMG_1.JPG",
                                "IMG_1.JPG",
                                null,
                                378,
                                504,
                                new Answer.Boxes(
                                        List.of(
                                                new Box("car", 203, 217, 102, 179),
                                                new Box("sign-2", 1, 2, 8.5, 2))),
                                null));
    }

    @Test
    void aBrokenFileOfVocSpoilsNoOther() throws IOException {
        String sound = "<annotation><filename>b.jpg</filename></annotation>";

        List<Entry> entries =
                Sets.read(
                        Format.VOC,
                        Sets.ontology(Tool.BOX, false),
                        Sets.zip("a.xml", "<annotation><object>", "b.xml", sound));

        assertThat(entries.get(0)).isInstanceOf(Entry.Bad.class);
        assertThat(entries.get(0).place()).isEqualTo("a.xml");
        assertThat(entries.get(1)).isInstanceOf(Entry.Row.class);
    }

    @Test
    void yoloAsUltralyticsReadsIt() throws IOException {
        byte[] zip =
                Sets.zip(
                        "data/labels/val/a.txt",
                        "1 0.5 0.5 0.5 0.25\n0 0.25 0.5 0.1 0.2\n",
                        "data/images/val/a.PNG",
                        "not read",
                        "data/images/val/empty.jpg",
                        "not read",
                        "data/data.yaml",
                        "names: ['A car', sign-2]\nnc: 2\n");
        Pictures uploads = Sets.uploads("a.PNG", 200, 100, "empty.jpg", 200, 1);

        List<Labelled> rows =
                Sets.rows(Sets.read(Format.YOLO, Sets.ontology(Tool.BOX, false), zip, uploads));

        assertThat(rows)
                .containsExactly(
                        new Labelled(
                                "a.PNG",
                                "a.PNG",
                                "picture:a.PNG",
                                200,
                                100,
                                new Answer.Boxes(
                                        List.of(
                                                new Box("sign-2", 50, 37.5, 100, 25),
                                                new Box("car", 40, 40, 20, 20))),
                                null),
                        new Labelled(
                                "empty.jpg", "empty.jpg", "picture:empty.jpg", 200, 1, null, null));
    }

    @Test
    void yoloWithoutSizesOrOfOtherNumbersIsToldPicturewise() throws IOException {
        byte[] zip =
                Sets.zip(
                        "a.txt",
                        "0 0.5 0.5 0.5 0.25",
                        "b.txt",
                        "0 0.5 0.5",
                        "c.txt",
                        "2 1 1 1 1",
                        "d.txt",
                        "0 a b c d",
                        "classes.txt",
                        "car\nsign-2\n");
        Pictures uploads = Sets.uploads("b.jpg", 10, 10, "c.jpg", 10, 10, "d.jpg", 10, 10);

        List<Entry> entries = Sets.read(Format.YOLO, Sets.ontology(Tool.BOX, false), zip, uploads);

        assertThat(entries)
                .extracting(entry -> ((Entry.Bad) entry).reason())
                .containsExactly(
                        "picture: a (expected: one that you uploaded, there is none of that name)",
                        "line 1 numbers: 2 (expected: 4)",
                        "line 1 class: 2 (expected: a number that the classes' names have)",
                        "line 1 number: a (expected: a number)");
    }

    @Test
    void yoloTurnedBoxesByTheirCorners() throws IOException {
        byte[] zip = Sets.zip("a.txt", "0 0.6 0.2 0.6 0.6 0.4 0.6 0.4 0.2", "classes.txt", "car");

        Answer answer =
                only(
                        Sets.read(
                                Format.YOLO,
                                Sets.ontology(Tool.BOX, true),
                                zip,
                                Sets.uploads("a.png", 100, 100)));

        assertThat(answer)
                .isEqualTo(
                        new Answer.Boxes(List.of(new Box("car", 30, 30, 40, 20, 90.0, Map.of()))));
    }

    @Test
    void yoloPosesWithoutVisibility() throws IOException {
        byte[] zip =
                Sets.zip(
                        "a.txt",
                        "1 0.5 0.5 1 1 0.25 0.5 0 0",
                        "data.yaml",
                        "kpt_shape: [2, 2]\nnames:\n  0: car\n  1: sign-2\n");

        Answer answer =
                only(
                        Sets.read(
                                Format.YOLO,
                                Sets.ontology(Tool.KEYPOINTS, false),
                                zip,
                                Sets.uploads("a.png", 100, 10)));

        assertThat(answer)
                .isEqualTo(
                        new Answer.Keypoints(
                                List.of(
                                        new KeypointInstance(
                                                "sign-2",
                                                List.of(
                                                        new Keypoint(25, 5, Visibility.VISIBLE),
                                                        new Keypoint(0, 0, Visibility.ABSENT)),
                                                Map.of()))));
    }

    @Test
    void cvatAsCvatWritesIt() throws IOException {
        String xml =
                """
                <?xml version="1.0" encoding="utf-8"?>
                <annotations><version>1.1</version><meta><task><labels><label><name>car</name></label></labels>
                </task></meta>
                <image id="0" name="frames/a.png" width="100" height="80">
                  <box label="car" source="manual" occluded="0" xtl="10.50" ytl="20.00" xbr="30.00" ybr="40.00"
                    rotation="270.00" z_order="0"><attribute name="colour">red</attribute></box>
                </image>
                <image id="1" name="b.png" width="100" height="80"><ellipse label="car" cx="1" cy="2"/></image>
                <image id="2" name="c.png" width="100" height="80"/></annotations>\
                """;

        List<Entry> entries =
                Sets.read(Format.CVAT, Sets.ontology(Tool.BOX, true), Sets.zip("a.xml", xml));

        assertThat(((Entry.Row) entries.get(0)).labelled())
                .isEqualTo(
                        new Labelled(
                                "frames/a.png",
                                "frames/a.png",
                                null,
                                100,
                                80,
                                new Answer.Boxes(
                                        List.of(
                                                new Box(
                                                        "car",
                                                        10.5,
                                                        20,
                                                        19.5,
                                                        20,
                                                        -90.0,
                                                        Map.of("colour", "red")))),
                                null));
        assertThat(entries.get(1))
                .isEqualTo(
                        new Entry.Bad(
                                "a.xml image[1]",
                                "b.png",
                                "ellipse[0] shape: ellipse (expected: box)"));
        assertThat(entries.get(2)).isInstanceOf(Entry.Row.class);
    }

    /** Runs go along the rows of the rectangle around the mask. */
    @Test
    void cvatMasks() throws IOException {
        String xml =
                """
                <annotations><image id="0" name="a.png" width="9" height="7"><mask label="car" occluded="0"
                rle="0, 7, 1, 7" left="3" top="2" width="5" height="3" z_order="0"/></image></annotations>\
                """;

        Answer answer = only(Sets.read(Format.CVAT, Sets.ontology(Tool.MASK, false), xml));

        assertThat(answer)
                .isEqualTo(new Answer.Masks(List.of(new Mask("car", 9, 7, RING, Map.of()))));
    }

    /** As Label Studio's own converter packs this mask of 9 × 7 pixels. */
    @Test
    void labelStudioMasks() throws IOException {
        String rle =
                "[0,0,0,252,57,27,254,83,0,194,127,247,192,39,255,140,2,127,251,224,24,79,255,37,128,0]";
        String json =
                """
                [{"id":5,"data":{"image":"/data/upload/1/ab-a.png"},"annotations":[{"result":[{"id":"x",
                "type":"brushlabels","from_name":"tag","to_name":"image","original_width":9,"original_height":7,
                "value":{"format":"rle","rle":%s,"brushlabels":["A car"]}}]}]}]\
                """
                        .formatted(rle);

        List<Labelled> rows =
                Sets.rows(Sets.read(Format.LABEL_STUDIO, Sets.ontology(Tool.MASK, false), json));

        assertThat(rows)
                .containsExactly(
                        new Labelled(
                                "ab-a.png",
                                "ab-a.png",
                                null,
                                9,
                                7,
                                new Answer.Masks(List.of(new Mask("car", 9, 7, RING, Map.of()))),
                                null));
        String written =
                Sets.unzip(Sets.written(Format.LABEL_STUDIO, Sets.ontology(Tool.MASK, false), rows))
                        .get("tasks.json");
        assertThat(written).contains("\"rle\":" + rle);
    }

    @Test
    void labelStudioRegions() throws IOException {
        String json =
                """
                [{"data":{"image":"https://h/a.png"},"predictions":[],"annotations":[
                {"was_cancelled":true,"result":[{"type":"junk"}]},
                {"result":[{"id":"x","type":"polygonlabels","from_name":"label","original_width":200,
                "original_height":100,"value":{"points":[[10,10],[20.5,10],[20,30]],"closed":true,
                "polygonlabels":["car"]}},
                {"id":"x","type":"choices","from_name":"colour","value":{"choices":["red"]}}]}]},
                {"data":{"image":"b.png"},"annotations":[{"result":[]},{"result":[]}]},
                {"data":{"image":"c.png"},"annotations":[]},
                {"data":{"image":"d.png"},"annotations":[{"result":[{"id":"x","type":"ellipselabels",
                "value":{"ellipselabels":["car"]}}]}]}]\
                """;

        List<Entry> entries =
                Sets.read(Format.LABEL_STUDIO, Sets.ontology(Tool.POLYGON, false), json);

        assertThat(((Entry.Row) entries.get(0)).labelled())
                .isEqualTo(
                        new Labelled(
                                "a.png",
                                "a.png",
                                "https://h/a.png",
                                200,
                                100,
                                new Answer.Polygons(
                                        List.of(
                                                new Polygon(
                                                        "car",
                                                        List.of(
                                                                new Point(20, 10),
                                                                new Point(41, 10),
                                                                new Point(40, 30)),
                                                        Map.of("colour", "red")))),
                                null));
        assertThat(entries.get(1))
                .isEqualTo(
                        new Entry.Bad(
                                "[1]",
                                "b.png",
                                "annotations: 2 (expected: 1, or one of them as ground_truth)"));
        assertThat(((Entry.Row) entries.get(2)).labelled().answer()).isNull();
        assertThat(entries.get(3))
                .isEqualTo(
                        new Entry.Bad(
                                "[3]",
                                "d.png",
                                "region x type: ellipselabels (expected: polygonlabels)"));
    }

    @Test
    void aTableWithAClass() throws IOException {
        String csv = "\uFEFFexternalId,class\r\n\"a,\"\"1\"\"\",A car\r\nb,cat\r\n\r\nc,\r\n";

        List<Entry> entries = Sets.read(Format.CSV, Sets.ontology(Tool.CATEGORY, false), csv);

        assertThat(((Entry.Row) entries.get(0)).labelled().externalId()).isEqualTo("a,\"1\"");
        assertThat(((Entry.Row) entries.get(0)).labelled().answer())
                .isEqualTo(new Answer.Category("car"));
        assertThat(entries.get(1))
                .isEqualTo(
                        new Entry.Bad("row 3", "b", "class: cat (expected: one of the project's)"));
        assertThat(((Entry.Row) entries.get(2)).labelled().answer()).isNull();
    }
}
