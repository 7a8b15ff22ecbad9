package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.Mask;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** COCO as it is found. */
class CocoWorldTests {

    private static final String CATEGORIES =
            "\"categories\":[{\"id\":0,\"name\":\"car\"},{\"id\":1,\"name\":\"A sign\"}]";
    private static final Pictures A = Sets.uploads("a.jpg", 40, 30);

    private static List<Entry> read(Tool tool, Pictures pictures, String json) throws IOException {
        return Sets.read(
                Format.COCO,
                Sets.ontology(tool, false),
                json.getBytes(StandardCharsets.UTF_8),
                pictures);
    }

    /** One picture and what is said of it. */
    private static List<Entry> one(Tool tool, String... annotations) throws IOException {
        return read(
                tool,
                A,
                "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":[%s],%s}"
                        .formatted(String.join(",", annotations), CATEGORIES));
    }

    private static String object(String inner) {
        return "{\"image_id\":1,\"category_id\":0," + inner + "}";
    }

    private static String reason(List<Entry> entries) {
        return ((Entry.Bad) entries.getLast()).reason();
    }

    private static Answer answer(List<Entry> entries) {
        return ((Entry.Row) entries.getLast()).labelled().answer();
    }

    private static List<Entry.Note> notes(List<Entry> entries) {
        return entries.stream()
                .flatMap(e -> e instanceof Entry.Note note ? Stream.of(note) : Stream.empty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"7, 7.0", "7.0, 7", "'\"7\"', 7", "7, '\"7.0\"'", "0, 0", "'\"a\"', '\"a\"'"})
    void idsAreTheSameHoweverTheyAreWritten(String id, String imageId) throws IOException {
        String json =
                """
                {"images":[{"id":%s,"file_name":"a.jpg"}],%s,
                "annotations":[{"image_id":%s,"category_id":0.0,"bbox":[1,2,3,4]}]}\
                """
                        .formatted(id, CATEGORIES, imageId);

        assertThat(answer(read(Tool.BOX, A, json)))
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 1, 2, 3, 4))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"image_id\":null,",
                "\"image_id\":1.5,",
                "\"image_id\":NaN,",
                "\"image_id\":[1],"
            })
    void noPictureIsEmptyWhileAnAnnotationIsOfNobody(String imageId) throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"}],%s,
                "annotations":[{%s"category_id":0,"bbox":[1,2,3,4]}]}\
                """
                        .formatted(CATEGORIES, imageId);

        List<Entry> entries = read(Tool.BOX, A, json);

        assertThat(entries).hasSize(2).allMatch(Entry.Bad.class::isInstance);
        assertThat(entries.getFirst().place()).isEqualTo("annotations[0]");
        assertThat(reason(entries))
                .startsWith("annotations: none, but whose annotations[0] is cannot be decided");
    }

    @Test
    void aPictureWithoutAnnotationsIsEmptyIfThereIsAListOfThem() throws IOException {
        assertThat(answer(one(Tool.BOX))).isEqualTo(new Answer.Boxes(List.of()));
        for (String none : List.of("", "\"annotations\":null,")) {
            List<Entry> entries =
                    read(
                            Tool.BOX,
                            A,
                            "{" + none + "\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}]}");
            assertThat(answer(entries)).isNull();
            assertThat(notes(entries)).singleElement().matches(Entry.Note::spoilsGold);
        }
    }

    @Test
    void imagesOfOneIdOrOneNameAreAllRefused() throws IOException {
        List<Entry> ids =
                read(
                        Tool.BOX,
                        Pictures.UNKNOWN,
                        "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"},{\"id\":1.0,\"file_name\":\"b.jpg\"}],"
                                + "\"annotations\":[]}");
        List<Entry> names =
                read(
                        Tool.BOX,
                        Pictures.UNKNOWN,
                        "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"},{\"id\":2,\"file_name\":\"./a.jpg\"}],"
                                + "\"annotations\":[]}");

        assertThat(ids).hasSize(2).allMatch(Entry.Bad.class::isInstance);
        assertThat(reason(ids)).isEqualTo("id: 1 (expected: one that no other image has)");
        assertThat(names).hasSize(2).allMatch(Entry.Bad.class::isInstance);
        assertThat(reason(names))
                .isEqualTo("file_name: ./a.jpg (expected: one that no other image has)");
    }

    @Test
    void anAddressOnAHostThatIsNotAllowedDoesNotHideTheUpload() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"%s","coco_url":"https://images.example.org/9.jpg"}],%s,
                "annotations":[{"image_id":1,"category_id":0,"bbox":[1,2,3,4]}]}\
                """;
        Pictures uploads = Sets.uploadsOnly("a.jpg", 40, 30);

        Entry.Row row =
                (Entry.Row) read(Tool.BOX, uploads, json.formatted("a.jpg", CATEGORIES)).getLast();

        assertThat(row.labelled().ref()).isEqualTo("picture:a.jpg");
        assertThat(row.labelled().width()).isEqualTo(40);
        assertThat(reason(read(Tool.BOX, uploads, json.formatted("b.jpg", CATEGORIES))))
                .isEqualTo(
                        "picture: https://images.example.org/9.jpg (expected: an address on a host"
                                + " that the project allows, or one that you uploaded, there is none"
                                + " of that name)");
        assertThat(
                        ((Entry.Row)
                                        read(Tool.BOX, A, json.formatted("a.jpg", CATEGORIES))
                                                .getLast())
                                .labelled()
                                .ref())
                .isEqualTo("https://images.example.org/9.jpg");
    }

    @Test
    void anIdOfTwoCategoriesNamesNone() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[
                {"image_id":1,"category_id":3,"bbox":[1,2,3,4]}],
                "categories":[{"id":3,"name":"car"},{"id":3,"name":"A sign"},{"id":4}]}\
                """;

        List<Entry> entries = read(Tool.BOX, A, json);

        assertThat(entries.getFirst())
                .isEqualTo(
                        new Entry.Bad("categories[2]", null, "name: missing (expected: a text)"));
        assertThat(reason(entries))
                .isEqualTo(
                        "annotations[0] category_id: 3 (expected: an id of one category, not of car and"
                                + " A sign)");
    }

    @Test
    void namesHaveFoldersWhicheverWayTheyAreWritten() throws IOException {
        Pictures cams = Sets.uploads("cam1/0001.jpg", 160, 120, "cam2/0001.jpg", 200, 150);
        String json =
                """
                {"images":[{"id":1,"file_name":"cam1\\\\0001.jpg"},{"id":2,"file_name":"./cam2/0001.jpg"},
                {"id":3,"file_name":"0001.jpg"},{"id":4,"file_name":"cam3/0001.jpg"},{"id":5},
                {"id":6,"file_name":"cam2/0001.jpg","width":1,"height":1}],"annotations":[]}\
                """;

        List<Entry> entries = read(Tool.BOX, cams, json);

        assertThat(((Entry.Row) entries.get(0)).labelled().ref())
                .isEqualTo("picture:cam1/0001.jpg");
        assertThat(((Entry.Bad) entries.get(1)).reason()).contains("no other image has");
        assertThat(((Entry.Bad) entries.get(2)).reason())
                .contains("may be any of cam1/0001.jpg, cam2/0001.jpg");
        assertThat(((Entry.Bad) entries.get(3)).reason()).contains("there is only cam1/0001.jpg");
        assertThat(((Entry.Bad) entries.get(4)).reason())
                .isEqualTo("file_name: missing (expected: a text)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[4,3,14,3,14,10,4,10]]",
                "[[4,3,14,3,14,10,4,10,4,3]]",
                "[[4,3,14,3,14,3,14,10,4,10]]",
                "[4,3,14,3,14,10,4,10]"
            })
    void outlinesAreTheSameHoweverTheyEnd(String segmentation) throws IOException {
        Answer answer = answer(one(Tool.POLYGON, object("\"segmentation\":" + segmentation)));

        assertThat(((Answer.Polygons) answer).polygons())
                .singleElement()
                .satisfies(outline -> assertThat(outline.points()).hasSize(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[4,3,14,10]]|segmentation[0]: 2 points (expected: an outline of 3 or more)",
                "[[1,1,2,2,1]]|segmentation[0]: 5 numbers (expected: a list of numbers)",
                "[[1,1,2,1,2,2],[5,5,6,5,6,6]]"
                        + "|segmentation: 2 parts (expected: 1, as a polygon is one outline)",
                "[]|segmentation: missing (expected: an outline)",
                "null|segmentation: missing (expected: an outline)",
                "[[1,1,2,1,NaN,2]]|segmentation[0]: NaN (expected: a finite number)",
                "[[1,1,2,1,Infinity,2]]|segmentation[0]: Infinity (expected: a finite number)",
                "[[1,1,2,1,\"3\",2]]|segmentation[0]: \"3\" (expected: a number)",
                "{\"size\":[1,1],\"counts\":[0,1]}"
                        + "|segmentation: run lengths (expected: an outline)"
            })
    void anOutlineThatCannotBeMeantIsTold(String segmentation, String why) throws IOException {
        assertThat(reason(one(Tool.POLYGON, object("\"segmentation\":" + segmentation))))
                .isEqualTo("annotations[0] " + why);
    }

    @Test
    void whateverTheOutlineTheBoxIsTaken() throws IOException {
        String box = "\"bbox\":[4,3,10,7],\"segmentation\":[[4,3,14,10]]";

        assertThat(answer(one(Tool.BOX, object(box))))
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 4, 3, 10, 7))));
    }

    @Test
    void aMissingBoxIsTheOneAroundTheOutline() throws IOException {
        String parts = "\"bbox\":[],\"segmentation\":[[4,3,8,3,8,10],[10,3,14,3,14,10]]";

        List<Entry> entries = one(Tool.BOX, object(parts));

        assertThat(answer(entries))
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 4, 3, 10, 7))));
        assertThat(notes(entries)).hasSize(1);
        assertThat(reason(one(Tool.BOX, object("\"bbox\":null"))))
                .isEqualTo("annotations[0] bbox: missing (expected: x, y, width, height)");
    }

    @Test
    void crowdsArePassedOverAndMakeNoGold() throws IOException {
        String person = object("\"bbox\":[1,2,3,4]");
        String crowd = object("\"bbox\":[5,5,20,20],\"iscrowd\":1");

        List<Entry> entries = one(Tool.BOX, person, crowd);
        List<Entry> nothingElse = one(Tool.BOX, crowd);

        assertThat(((Answer.Boxes) answer(entries)).boxes()).hasSize(1);
        assertThat(notes(entries)).singleElement().matches(Entry.Note::spoilsGold);
        assertThat(answer(nothingElse)).isNull();
        assertThat(reason(one(Tool.BOX, object("\"bbox\":[1,2,3,4],\"iscrowd\":2"))))
                .isEqualTo("annotations[0] iscrowd: 2 (expected: 0 or 1)");
    }

    @Test
    void partsAreFilledTogetherByTheCentresOfPixels() throws IOException {
        String parts = "\"segmentation\":[[4,3,7,3,7,10,4,10],[11,3,14,3,14,10,11,10]]";

        Mask mask = ((Answer.Masks) answer(one(Tool.MASK, object(parts)))).masks().getFirst();

        assertThat(io.assay.formats.data.MaskPixels.area(mask)).isEqualTo(42);
        assertThat(io.assay.formats.data.MaskPixels.bounds(mask))
                .isEqualTo(new io.assay.formats.data.MaskPixels.Bounds(4, 3, 10, 7));
        String ring = "\"segmentation\":[[4,3,14,3,14,10,4,10],[7,5,11,5,11,8,7,8]]";
        assertThat(reason(one(Tool.MASK, object(ring))))
                .startsWith(
                        "annotations[0] segmentation: a part over another, which may be a hole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\":[24,32],\"counts\":[768]}"
                        + "|segmentation size: [24,32] (expected: [30,40], the picture's height and width)",
                "{\"size\":[40,30],\"counts\":[1200]}"
                        + "|segmentation size: [40,30] (expected: [30,40], the picture's height and width)",
                "{\"size\":[30,40],\"counts\":[10,5]}|counts: 15 pixels (expected: 1200)",
                "{\"size\":[30,40],\"counts\":[10,-5,1195]}|counts: -5 (expected: 0 or more)",
                "{\"size\":[30,40],\"counts\":[1200]}|counts: empty (expected: a pixel inside)",
                "{\"size\":[30,40],\"counts\":\"b'e7??0'\"}"
                        + "|counts: b'e7??0' (expected: what is within the quotes, this is Python's bytes)",
                "{\"size\":[30,40]}|counts: missing (expected: a list or a text)",
                "{\"counts\":[1200]}|size[1]:  (expected: a whole number)",
                "null|segmentation: missing (expected: run lengths or an outline)"
            })
    void runsThatAreNotThePicturesAreTold(String segmentation, String why) throws IOException {
        assertThat(reason(one(Tool.MASK, object("\"segmentation\":" + segmentation))))
                .isEqualTo("annotations[0] " + why);
    }

    @Test
    void keypointsGoByTheirNamesWhereTheseAreTheSame() throws IOException {
        String json =
                """
                {"images":[{"id":1,"file_name":"a.jpg"}],"categories":[
                {"id":1,"name":"car","keypoints":["roof","nose","tail"]}],"annotations":[
                {"image_id":1,"category_id":1,"keypoints":[1,1,2,2,2,1,9,9,0]},
                {"image_id":1,"category_id":1,"num_keypoints":0,"keypoints":[0,0,0,0,0,0,0,0,0]}]}\
                """;

        List<Entry> entries = read(Tool.KEYPOINTS, A, json);

        assertThat(((Answer.Keypoints) answer(entries)).figures())
                .singleElement()
                .satisfies(
                        figure ->
                                assertThat(figure.points())
                                        .containsExactly(
                                                new Keypoint(2, 2, Keypoint.Visibility.HIDDEN),
                                                new Keypoint(0, 0, Keypoint.Visibility.ABSENT),
                                                new Keypoint(1, 1, Keypoint.Visibility.VISIBLE)));
        assertThat(notes(entries)).singleElement().matches(Entry.Note::spoilsGold);
        assertThat(reason(one(Tool.KEYPOINTS, object("\"keypoints\":[1,1,2,2,2,2]"))))
                .isEqualTo(
                        "annotations[0] keypoints: 2 points (expected: 3, as the class's skeleton"
                                + " has)");
    }

    @Test
    void attributesOfToolsAreToldAndRotationIsNotLost() throws IOException {
        String own =
                "\"bbox\":[1,2,3,4],\"attributes\":{\"occluded\":false,\"layer\":2,\"rotation\":0.0}";
        String turned = "\"bbox\":[1,2,3,4],\"attributes\":{\"rotation\":30}";

        assertThat(((Answer.Boxes) answer(one(Tool.BOX, object(own)))).boxes())
                .singleElement()
                .satisfies(
                        box ->
                                assertThat(box.attributes())
                                        .containsExactly(java.util.Map.entry("occluded", "false")));
        assertThat(reason(one(Tool.BOX, object(turned))))
                .startsWith("annotations[0] attributes rotation: 30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void encodingsOfJsonAreRead(String charset) throws IOException {
        String json =
                "\uFEFF{\r\n\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\r\n\"annotations\":[]}";

        List<Entry> entries =
                Sets.read(
                        Format.COCO,
                        Sets.ontology(Tool.BOX, false),
                        json.getBytes(Charset.forName(charset)));

        assertThat(Sets.rows(entries)).extracting(Labelled::fileName).containsExactly("a.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"annotations\":[]}|images: missing",
                "{\"images\":null}|images: not a list",
                "{\"images\":[],\"annotations\":[]}|file: no picture in it",
                "{\"images\":[],\"images\":[]}|JSON: images twice",
                "{\"images\":[{\"id\":1,\"id\":2}]}|JSON: id twice",
                "[]|COCO: not an object"
            })
    void whatIsNoCocoIsUnusableWithAReason(String json, String why) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(Tool.BOX, Pictures.UNKNOWN, json))
                .withMessageStartingWith(why)
                .withMessageNotContaining("jackson")
                .withMessageNotContaining("java.");
    }
}
