package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Label Studio's exports as they are found. */
class LabelStudioTests {

    private static final Answer ONE = new Answer.Boxes(List.of(new Box("car", 10, 10, 40, 30)));

    private static String region(String id, String left, String labels) {
        return ("{\"id\":\"%s\",\"type\":\"rectanglelabels\",\"from_name\":\"label\",\"to_name\":\"image\","
                        + "\"original_width\":160,\"original_height\":120,\"value\":{\"x\":%s,"
                        + "\"y\":8.333333333333332,\"width\":25,\"height\":25,\"rectanglelabels\":[%s]}}")
                .formatted(id, left, labels);
    }

    private static final String CAR = region("r1", "6.25", "\"car\"");

    private static List<Entry> read(String members) throws IOException {
        return read("{\"data\":{\"image\":\"a.jpg\"}," + members + "}", Pictures.UNKNOWN);
    }

    private static List<Entry> read(String task, Pictures pictures) throws IOException {
        return Sets.read(
                Format.LABEL_STUDIO,
                Sets.ontology(Tool.BOX, false),
                ("[" + task + "]").getBytes(StandardCharsets.UTF_8),
                pictures);
    }

    private static Labelled row(List<Entry> entries) {
        return ((Entry.Row) entries.getLast()).labelled();
    }

    private static String reason(List<Entry> entries) {
        assertThat(entries).hasSize(1);
        return ((Entry.Bad) entries.getFirst()).reason();
    }

    @Test
    void onlyAnEmptyListSaysThatNothingIsThere() throws IOException {
        assertThat(row(read("\"annotations\":[{\"result\":[]}]")).answer())
                .isEqualTo(new Answer.Boxes(List.of()));
        assertThat(reason(read("\"annotations\":[{\"result\":null}]")))
                .isEqualTo("annotation result: null (expected: a list)");
        assertThat(reason(read("\"annotations\":[{}]")))
                .isEqualTo("annotation result: missing (expected: a list)");
        assertThat(reason(read("\"annotations\":[{\"result\":" + CAR + "}]")))
                .startsWith("annotation result: {");
        assertThat(reason(read("\"annotations\":null"))).startsWith("annotations: null");
        assertThat(reason(read("\"annotations\":[1001]"))).startsWith("annotations: 1001");
        assertThat(reason(read("\"annotations\":[{\"result\":[null]}]")))
                .startsWith("result: null");
    }

    @Test
    void whatIsCancelledOrADraftIsNoAnswer() throws IOException {
        String cancelled = "{\"was_cancelled\":true,\"result\":[" + CAR + "]}";

        assertThat(row(read("\"annotations\":[" + cancelled + "]")).answer()).isNull();
        assertThat(row(read("\"annotations\":[],\"drafts\":[{\"result\":[" + CAR + "]}]")).answer())
                .isNull();
        assertThat(row(read("\"annotations\":[%s,{\"result\":[]}]".formatted(cancelled))).answer())
                .isEqualTo(new Answer.Boxes(List.of()));
    }

    @Test
    void aPredictionIsASuggestionAndNoGold() throws IOException {
        for (String annotations :
                List.of("", "\"annotations\":[{\"was_cancelled\":true,\"result\":[]}],")) {
            List<Entry> entries =
                    read(annotations + "\"predictions\":[{\"result\":[" + CAR + "]}]");

            assertThat(entries).hasSize(2);
            assertThat(entries.get(0))
                    .isInstanceOfSatisfying(
                            Entry.Note.class, note -> assertThat(note.spoilsGold()).isTrue());
            assertThat(row(entries).answer()).isEqualTo(ONE);
        }
    }

    @Test
    void theOlderFormIsRead() throws IOException {
        List<Entry> entries = read("\"completions\":[{\"result\":[" + CAR + "]}]");

        assertThat(entries).hasSize(1);
        assertThat(row(entries).answer()).isEqualTo(ONE);
    }

    @Test
    void ofSeveralAnnotationsTheOneGroundTruthIsTakenElseNone() throws IOException {
        String empty = "{\"id\":5,\"result\":[]}";
        String truth = "{\"id\":7,\"ground_truth\":true,\"result\":[" + CAR + "]}";

        List<Entry> entries = read("\"annotations\":[" + empty + "," + truth + "]");

        assertThat(((Entry.Note) entries.get(0)).text()).startsWith("annotation 7 of 2 is taken");
        assertThat(row(entries).answer()).isEqualTo(ONE);
        assertThat(reason(read("\"annotations\":[" + empty + "," + empty + "]")))
                .startsWith("annotations: 2 ");
        assertThat(reason(read("\"annotations\":[" + truth + "," + truth + "]")))
                .startsWith("annotations: 2 ");
    }

    @Test
    void aDamagedRegionIsToldAndHalfAnAnswerIsNone() throws IOException {
        assertThat(
                        reason(
                                read(
                                        "\"annotations\":[{\"result\":[%s,%s]}]"
                                                .formatted(CAR, region("r1", "6.25", "")))))
                .contains("r1", "two shapes");
        assertThat(reason(read("\"annotations\":[{\"result\":[" + region("r", "6.25", "") + "]}]")))
                .contains("labels: [] (expected: one)");
        assertThat(
                        reason(
                                read(
                                        "\"annotations\":[{\"result\":["
                                                + region("r", "null", "\"car\"")
                                                + "]}]")))
                .isEqualTo("region r x: null (expected: a number)");
        assertThat(
                        reason(
                                read(
                                        "\"annotations\":[{\"result\":["
                                                + region("r", "1", "\"car\",\"A sign\"")
                                                + "]}]")))
                .contains("[car, A sign] (expected: one)");
    }

    @Test
    void whatIsSaidBesideTheShapesIsPassedOverAndTold() throws IOException {
        String weather =
                "{\"id\":\"c1\",\"type\":\"choices\",\"from_name\":\"weather\",\"to_name\":\"image\","
                        + "\"value\":{\"choices\":[\"rain\"]}}";
        String relation = "{\"type\":\"relation\",\"from_id\":\"r1\",\"to_id\":\"c1\"}";

        List<Entry> entries =
                read("\"annotations\":[{\"result\":[%s,%s,%s]}]".formatted(weather, CAR, relation));

        assertThat(row(entries).answer()).isEqualTo(ONE);
        assertThat(entries)
                .filteredOn(Entry.Note.class::isInstance)
                .extracting(entry -> ((Entry.Note) entry).text())
                .containsExactly(
                        "relation: passed over; choices weather: passed over, as it is not of the"
                                + " project's tool");
    }

    /** Uploads by name, all of one size. */
    private static Pictures uploads(String... names) {
        Map<String, Pictures.Match> known =
                List.of(names).stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name ->
                                                new Pictures.Match.Found(
                                                        name,
                                                        "picture:" + "0".repeat(64),
                                                        new PictureSize(160, 120))));
        return path -> known.getOrDefault(path.text(), new Pictures.Match.None(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data/local-files/?d=batch%201/a.jpg | batch 1/a.jpg",
                "/data/upload/4/1a2b3c4d-IMG.JPG | IMG.JPG",
                "/data/upload/4/1a2b3c4d-IMG.JPG | 1a2b3c4d-IMG.JPG",
                "s3://b/2024/a%20b.jpg | 2024/a b.jpg",
                "https://pictures.example.org/p/5.jpg?X=1 | p/5.jpg",
                "raw%20name.jpg | raw%20name.jpg"
            })
    void anAddressLeadsToTheUploadAndItsSize(String address, String upload) throws IOException {
        String sized = CAR.replaceAll("\"original_(width|height)\":\\d+,", "");
        String task =
                "{\"data\":{\"photo\":\"%s\",\"site\":\"north\"},\"annotations\":[{\"result\":[%s]}]}"
                        .formatted(address, sized);

        Labelled row = row(read(task, uploads(upload)));

        assertThat(row.fileName()).isEqualTo(upload);
        assertThat(row.ref()).startsWith("picture:");
        assertThat(row.answer()).isEqualTo(ONE);
    }

    @Test
    void ofSeveralAddressesTheOneIsMeantThatTheResultsAreAbout() throws IOException {
        String task =
                "{\"data\":{\"photo\":\"a.jpg\",\"map\":\"b.jpg\"},\"annotations\":[{\"result\":[%s]}]}"
                        .formatted(CAR.replace("\"to_name\":\"image\"", "\"to_name\":\"photo\""));

        assertThat(row(read(task, Pictures.UNKNOWN)).fileName()).isEqualTo("a.jpg");
    }

    @Test
    void whatLeadsToNoUploadIsToldByTheNameThatWasLookedFor() throws IOException {
        assertThat(
                        reason(
                                read(
                                        "{\"data\":{\"image\":\"/data/local-files/?d=x/a.jpg\"}}",
                                        uploads("b.jpg"))))
                .startsWith("picture: x/a.jpg");
    }

    @Test
    void anAddressOnTheWebStaysOneIfNoUploadIsCalledSo() throws IOException {
        String task = "{\"data\":{\"image\":\"https://pictures.example.org/p/5.jpg\"}}";

        assertThat(row(read(task, uploads("q/5.jpg"))).ref())
                .isEqualTo("https://pictures.example.org/p/5.jpg");
    }

    @Test
    void anAddressOnAHostThatIsNotAllowedLeadsToTheUploadInItsFolders() throws IOException {
        String task = "{\"data\":{\"image\":\"https://pictures.example.org/shoot/%s\"}}";
        Pictures uploads =
                Sets.uploadsOnly(
                        "cam1/1.jpg", 160, 120, "cam2/1.jpg", 200, 150, "cam2/2.jpg", 200, 150);

        assertThat(row(read(task.formatted("cam1/1.jpg"), uploads)).ref())
                .isEqualTo("picture:cam1/1.jpg");
        assertThat(row(read(task.formatted("cam2/1.jpg"), uploads)).ref())
                .isEqualTo("picture:cam2/1.jpg");
        assertThat(reason(read(task.formatted("cam3/2.jpg"), uploads)))
                .isEqualTo(
                        "picture: https://pictures.example.org/shoot/cam3/2.jpg (expected: an address"
                                + " on a host that the project allows, or one that you uploaded, of"
                                + " that name there is only cam2/2.jpg)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"image\":[\"a.jpg\",\"b.jpg\"]}",
                "{\"pages\":[\"a.jpg\",\"b.jpg\"]}",
                "{\"left\":\"a.jpg\",\"right\":\"b.jpg\"}",
                "{\"text\":\"hello\"}",
                "{}",
                "{\"image\":null}",
                "{\"image\":7}"
            })
    void aTaskOfNotOnePictureIsRefused(String data) throws IOException {
        assertThat(reason(read("{\"data\":" + data + "}", Pictures.UNKNOWN))).startsWith("data");
    }

    @Test
    void resultsOfTwoPicturesOrOfALaterPageAreRefused() throws IOException {
        String other =
                CAR.replace("\"r1\"", "\"r2\"")
                        .replace("\"to_name\":\"image\"", "\"to_name\":\"map\"");
        String page = CAR.replace("\"to_name\"", "\"item_index\":1,\"to_name\"");
        String turned = CAR.replace("\"to_name\"", "\"image_rotation\":90,\"to_name\"");

        assertThat(reason(read("\"annotations\":[{\"result\":[" + CAR + "," + other + "]}]")))
                .startsWith("to_name: [image, map]");
        assertThat(reason(read("\"annotations\":[{\"result\":[" + page + "]}]")))
                .startsWith("item_index: 1");
        assertThat(reason(read("\"annotations\":[{\"result\":[" + turned + "]}]")))
                .startsWith("image_rotation: 90");
    }

    @Test
    void theMinimalFormAndOtherFilesAreRefusedOnce() {
        for (String file :
                List.of(
                        "[{\"image\":\"a.jpg\",\"id\":1,\"label\":[],\"annotator\":1,\"annotation_id\":2}]",
                        "{\"info\":{}}",
                        "[]",
                        "")) {
            assertThatExceptionOfType(UnusableFile.class)
                    .as(file)
                    .isThrownBy(
                            () ->
                                    Sets.read(
                                            Format.LABEL_STUDIO,
                                            Sets.ontology(Tool.BOX, false),
                                            file));
        }
    }
}
