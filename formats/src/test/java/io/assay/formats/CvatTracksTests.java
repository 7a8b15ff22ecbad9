package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CVAT's form for videos, and what else stands in files of CVAT. */
class CvatTracksTests {

    private static String box(int frame, boolean outside, int left) {
        return ("<box frame=\"%d\" keyframe=\"1\" outside=\"%d\" occluded=\"0\" xtl=\"%d\" ytl=\"1\""
                        + " xbr=\"%d\" ybr=\"9\"></box>")
                .formatted(frame, outside ? 1 : 0, left, left + 8);
    }

    private static String track(String id, String label, String... shapes) {
        return "<track id=\"%s\" label=\"%s\">%s</track>"
                .formatted(id, label, String.join("\n", shapes));
    }

    private static List<Entry> read(Tool tool, String... inside) throws IOException {
        return Sets.read(
                Format.CVAT,
                Sets.ontology(tool, false),
                "<annotations><meta><task><original_size><width>100</width><height>80</height>"
                        + "</original_size></task></meta>"
                        + String.join("\n", inside)
                        + "</annotations>");
    }

    private static Map<String, List<String>> boxes(List<Entry> entries) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        for (Labelled row : Sets.rows(entries)) {
            assertThat(row.width()).isEqualTo(100);
            List<Box> all = ((Answer.Boxes) row.answer()).boxes();
            boxes.put(
                    row.externalId(),
                    all.stream().map(b -> b.classId() + " " + (int) b.x()).toList());
        }
        return boxes;
    }

    private static String onlyReason(List<Entry> entries) {
        assertThat(entries).hasSize(1);
        return ((Entry.Bad) entries.getFirst()).reason();
    }

    @Test
    void tracksBecomeFramesAndWhatIsOutsideIsNotThere() throws IOException {
        String car =
                track(
                        "0",
                        "car",
                        box(0, false, 1),
                        box(1, false, 2),
                        box(2, true, 3),
                        box(4, false, 5));
        String sign = track("1", "A sign", box(1, false, 50), box(2, false, 51), box(3, true, 52));

        assertThat(boxes(read(Tool.BOX, car, sign)))
                .isEqualTo(
                        Map.of(
                                "frame_000000", List.of("car 1"),
                                "frame_000001", List.of("car 2", "sign-2 50"),
                                "frame_000002", List.of("sign-2 51"),
                                "frame_000003", List.of(),
                                "frame_000004", List.of("car 5")));
    }

    @Test
    void aFrameThatATrackPassesOverIsToldAndNotGuessed() throws IOException {
        List<Entry> entries =
                read(
                        Tool.BOX,
                        track("7", "car", box(0, false, 1), box(2, false, 3)),
                        track("8", "car", box(1, false, 9), box(2, true, 9)));

        assertThat(entries).hasSize(3);
        assertThat(entries.get(1))
                .isEqualTo(
                        new Entry.Bad(
                                "frame[1]",
                                "frame_000001",
                                "track 7: there in frame 0, and nothing is said of frame 1"
                                        + " (expected: a shape, or outside=\"1\")"));
        assertThat(entries.get(0)).isInstanceOf(Entry.Row.class);
        assertThat(entries.get(2)).isInstanceOf(Entry.Row.class);
    }

    @Test
    void aFrameTwiceInATrackAndAShapeWithoutAFrameAreTold() throws IOException {
        String twice = track("0", "car", box(0, false, 1), box(0, false, 2));
        String without = "<box xtl=\"1\" ytl=\"1\" xbr=\"2\" ybr=\"2\"/>";

        assertThat(onlyReason(read(Tool.BOX, twice)))
                .isEqualTo("track 0: frame 0 twice (expected: once)");
        assertThat(onlyReason(read(Tool.BOX, track("0", "car", without))))
                .isEqualTo("track[0] box box frame: missing (expected: a value)");
    }

    @Test
    void besideImagesTracksAreToldAndTheImagesTaken() throws IOException {
        List<Entry> entries =
                read(
                        Tool.BOX,
                        track("0", "car", box(0, false, 1)),
                        "<image name=\"a.jpg\" width=\"100\" height=\"80\"></image>",
                        track("1", "car", box(0, false, 1)));

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).isInstanceOf(Entry.Row.class);
        assertThat(((Entry.Bad) entries.get(1)).reason()).startsWith("tracks: 2, beside images");
    }

    @Test
    void tracksOfSeveralTasksCannotBeToldApart() {
        String one = "<track id=\"0\" label=\"car\" task_id=\"1\"></track>";
        String other = "<track id=\"1\" label=\"car\" task_id=\"2\"></track>";

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(Tool.BOX, one, other))
                .withMessageContaining("several tasks");
    }

    @Test
    void wrappedImagesAreRead() throws IOException {
        String image =
                "<job><image name=\"a.jpg\" width=\"100\" height=\"80\"><box label=\"car\" xtl=\"1\""
                        + " ytl=\"1\" xbr=\"9\" ybr=\"9\"/></image></job>";

        assertThat(Sets.rows(read(Tool.BOX, image)).getFirst().answer())
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 1, 1, 8, 8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<version>1.1</version>", "<track id=\"0\" label=\"car\"/>"})
    void aFileOfNoPictureIsRefused(String inside) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(Tool.BOX, inside))
                .withMessageContaining("no picture in it");
    }

    @Test
    void aShapeOutsideOfAnImageIsTold() throws IOException {
        String stray = "<box label=\"car\" xtl=\"1\" ytl=\"1\" xbr=\"2\" ybr=\"2\"/>";

        assertThat(onlyReason(read(Tool.BOX, stray)))
                .isEqualTo("box[0]: outside of an image (expected: within)");
    }

    /** What cannot be kept on disk must not end the import. */
    @Test
    void aDeepShapeIsToldAndEndsNothing() throws IOException {
        String deep = "<a>".repeat(29) + "</a>".repeat(29);
        String shape = "<box frame=\"0\">" + deep + "</box>";

        assertThat(onlyReason(read(Tool.BOX, track("0", "car", shape))))
                .containsAnyOf("shape: too deep", "xtl: missing");
    }

    private static String image(String shapes) {
        return "<image name=\"a.jpg\" width=\"10\" height=\"8\">" + shapes + "</image>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"0, 3", "0, 3, 1, 3", "0, 3, 1, 3, 1, 4", "0, 3, -1, 3, 7", "x"})
    void runsThatDoNotFillTheMaskAreRefused(String runs) throws IOException {
        String mask =
                "<mask label=\"car\" rle=\"%s\" left=\"1\" top=\"1\" width=\"4\" height=\"2\"/>"
                        .formatted(runs);

        assertThat(onlyReason(read(Tool.MASK, image(mask)))).contains("rle");
    }

    @Test
    void aPointOrAnAttributeTwiceIsRefused() throws IOException {
        String point = "<points label=\"nose\" points=\"1,1\"/>";
        String skeleton = "<skeleton label=\"car\">" + point + point + "</skeleton>";
        String attribute = "<attribute name=\"pose\">a</attribute>";
        String box =
                "<box label=\"car\" xtl=\"1\" ytl=\"1\" xbr=\"2\" ybr=\"2\">%s%s</box>"
                        .formatted(attribute, attribute);

        assertThat(onlyReason(read(Tool.KEYPOINTS, image(skeleton)))).contains("nose twice");
        assertThat(onlyReason(read(Tool.BOX, image(box)))).contains("pose twice");
    }
}
