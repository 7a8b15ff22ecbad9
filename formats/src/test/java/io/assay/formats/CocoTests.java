package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Mask;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CocoTests {

    private static final String CATEGORIES =
            "\"categories\":[{\"id\":7,\"name\":\"A car\"},{\"id\":3,\"name\":\"sign-2\"}]";

    private static List<Entry> read(Tool tool, String json) throws IOException {
        return Sets.read(Format.COCO, Sets.ontology(tool, false), json);
    }

    /** As pycocotools packs this mask of 9 × 7 pixels. */
    @Test
    void readsAndWritesMasksAsCocosOwnToolDoes() throws IOException {
        List<Integer> counts = List.of(23, 3, 4, 3, 4, 1, 1, 1, 4, 3, 4, 3, 9);
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg","width":9,"height":7}],"annotations":[
                {"id":1,"image_id":1,"category_id":7,"segmentation":{"size":[7,9],"counts":%s}}],%s}\
                """;

        List<Entry> packed = read(Tool.MASK, json.formatted("\"g03400NM032005\"", CATEGORIES));
        List<Entry> plain = read(Tool.MASK, json.formatted(counts, CATEGORIES));

        Answer expected = new Answer.Masks(List.of(new Mask("car", 9, 7, counts, Map.of())));
        assertThat(Sets.rows(packed)).extracting(Labelled::answer).containsExactly(expected);
        assertThat(plain).isEqualTo(packed);
        byte[] written =
                Sets.written(Format.COCO, Sets.ontology(Tool.MASK, false), Sets.rows(packed));
        assertThat(Sets.unzip(written).get("annotations.json"))
                .contains("\"counts\":\"g03400NM032005\"},\"area\":14,\"bbox\":[3,2,5,3]");
    }

    @Test
    void runsOfNoLengthAreTheSameMask() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"image_id":1,"category_id":7,
                "segmentation":{"size":[2,2],"counts":[1,0,1,1,0,1]}}],%s}\
                """
                        .formatted(CATEGORIES);

        assertThat(Sets.rows(read(Tool.MASK, json)).getFirst().answer())
                .isEqualTo(
                        new Answer.Masks(List.of(new Mask("car", 2, 2, List.of(2, 2), Map.of()))));
    }

    @Test
    void imagesAndAnnotationsComeInAnyOrder() throws IOException {
        String json =
                """
                {"info":{"deep":[[{"x":[1]}]]},"annotations":[
                {"image_id":"b","category_id":3,"bbox":[1,2,3,4],"iscrowd":0},
                {"image_id":10,"category_id":7,"bbox":[5,6,7,8.5]},
                {"image_id":"b","category_id":7,"bbox":[9,9,1,1],"attributes":{"occluded":true,"speed":2.50}}],
                %s,"images":[{"id":10,"file_name":"folder/ten.jpg"},
                {"id":"b","file_name":"b.jpg","width":20,"height":30,"coco_url":"https://h/b.jpg"}]}\
                """
                        .formatted(CATEGORIES);

        List<Labelled> rows = Sets.rows(read(Tool.BOX, json));

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        new Labelled(
                                "folder/ten.jpg",
                                "folder/ten.jpg",
                                null,
                                null,
                                null,
                                new Answer.Boxes(List.of(new Box("car", 5, 6, 7, 8.5))),
                                null),
                        new Labelled(
                                "b.jpg",
                                "b.jpg",
                                "https://h/b.jpg",
                                20,
                                30,
                                new Answer.Boxes(
                                        List.of(
                                                new Box("sign-2", 1, 2, 3, 4),
                                                new Box(
                                                        "car",
                                                        9,
                                                        9,
                                                        1,
                                                        1,
                                                        null,
                                                        Map.of(
                                                                "occluded",
                                                                "true",
                                                                "speed",
                                                                "2.5")))),
                                null));
    }

    /** An answer that lacks an object would be wrong, so the whole picture is refused. */
    @Test
    void whatCannotBeReadIsToldWithItsPlace() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"},{"id":2,"file_name":"b.jpg"},{"id":2,"file_name":"c.jpg"},
                {"file_name":"d.jpg"},{"id":5,"file_name":"e.jpg"},{"id":6,"file_name":"f.jpg"}],"annotations":[
                {"image_id":1,"category_id":9,"bbox":[1,2,3,4]},
                {"image_id":77,"category_id":7,"bbox":[1,2,3,4]},
                {"image_id":5,"category_id":7,"bbox":[1,2,3]},
                {"image_id":6,"category_id":7,"bbox":[1,2,3,4]},
                {"image_id":6,"category_id":7,"segmentation":[]}],%s}\
                """
                        .formatted(CATEGORIES);

        List<Entry> entries = read(Tool.BOX, json);

        assertThat(entries)
                .contains(
                        new Entry.Bad(
                                "images[0]",
                                "a.jpg",
                                "annotations[0] category_id: 9 (expected: the id of one of the"
                                        + " categories)"),
                        new Entry.Bad(
                                "annotations[1]",
                                null,
                                "image_id: 77 (expected: the id of one of the images)"),
                        new Entry.Bad(
                                "images[2]",
                                "c.jpg",
                                "id: 2 (expected: one that no other image has)"),
                        new Entry.Bad(
                                "images[1]",
                                "b.jpg",
                                "id: 2 (expected: one that no other image has)"),
                        new Entry.Bad("images[3]", null, "id: missing (expected: an id)"));
        assertThat(entries).filteredOn(Entry.Bad.class::isInstance).hasSize(7);
        assertThat(entries).hasSize(7);
    }

    @Test
    void aPolygonOfSeveralPartsIsRefusedRatherThanCutDown() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"image_id":1,"category_id":7,
                "segmentation":[[0,0,4,0,4,4],[5,5,6,5,6,6]]}],%s}\
                """
                        .formatted(CATEGORIES);

        assertThat(read(Tool.POLYGON, json))
                .containsExactly(
                        new Entry.Bad(
                                "images[0]",
                                "a.jpg",
                                "annotations[0] segmentation: 2 parts (expected: 1, as a polygon is"
                                        + " one outline)"));
    }

    @Test
    void oneClassPerPictureIsACategory() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"},{"id":2,"file_name":"b.jpg"},{"id":3,"file_name":"c.jpg"}],
                "annotations":[{"image_id":1,"category_id":7},{"image_id":2,"category_id":7},
                {"image_id":2,"category_id":3}],%s}\
                """
                        .formatted(CATEGORIES);

        List<Entry> entries = read(Tool.CATEGORY, json);

        assertThat(((Entry.Row) entries.get(0)).labelled().answer())
                .isEqualTo(new Answer.Category("car"));
        assertThat(entries.get(1)).isInstanceOf(Entry.Bad.class);
        assertThat(((Entry.Row) entries.get(2)).labelled().answer()).isNull();
    }

    @Test
    void turnedBoxIsTheUprightOneAroundItForWhoKnowsNoOther() throws IOException {
        Ontology ontology = Sets.ontology(Tool.BOX, true);
        Box box = new Box("car", 10, 10, 20, 10, 90.0, Map.of());
        Labelled row = new Labelled("a", "a", null, 50, 50, new Answer.Boxes(List.of(box)), null);

        String json =
                Sets.unzip(Sets.written(Format.COCO, ontology, List.of(row)))
                        .get("annotations.json");

        assertThat(json).contains("\"bbox\":[15.0,5.0,10.0,20.0]");
        assertThat(json).contains("\"rotated_bbox\":[10.0,10.0,20.0,10.0,90.0]");
    }

    @Test
    void whatIsNoCocoIsUnusable() {
        for (String json :
                List.of(
                        "",
                        "[]",
                        "{",
                        "{}",
                        "{\"images\":7}",
                        "{\"images\":[}",
                        "{\"images\":[]} x",
                        "{\"images\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
            assertThatExceptionOfType(UnusableFile.class)
                    .as(json)
                    .isThrownBy(() -> read(Tool.BOX, json));
        }
    }
}
