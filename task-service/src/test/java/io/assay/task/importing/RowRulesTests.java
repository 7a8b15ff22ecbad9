package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Media;
import io.assay.events.TaskKind;
import io.assay.events.Tool;
import io.assay.task.picture.Picture;
import io.assay.task.project.Specs;
import io.assay.task.task.TaskContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRulesTests {

    private static final String HASH = "ab".repeat(32);
    private static final Map<String, Picture> UPLOADS =
            Map.of(
                    "picture:" + HASH,
                    new Picture(HASH + ".r1", HASH, "r1", "image/png", 40, 30, 99, Instant.EPOCH));

    private static TaskContent content(String json, Tool tool) throws BadRow {
        return RowRules.content(ImportRowJson.read(json), Specs.spec(tool), UPLOADS);
    }

    private static @Nullable String blamed(String json, Tool tool) {
        try {
            return fail("taken as " + content(json, tool));
        } catch (BadRow e) {
            return e.at(1, null).field();
        }
    }

    private static String row(String more) {
        return "{\"externalId\":\"a\",\"picture\":\"picture:" + HASH + "\"" + more + "}";
    }

    private static String linked(String url) {
        return "{\"externalId\":\"a\",\"url\":\"" + url + "\"}";
    }

    @Test
    void anUploadBringsItsTypeAndSize() throws BadRow {
        TaskContent content = content(row(""), Tool.BOX);

        assertThat(content)
                .isEqualTo(
                        new TaskContent(
                                new Media("image", "picture:" + HASH, "image/png", 40, 30),
                                1_000,
                                0,
                                null,
                                null,
                                false,
                                null,
                                List.of()));
        assertThat(content.kind()).isEqualTo(TaskKind.WORK);
    }

    @Test
    void takesAllThatARowMaySay() throws BadRow {
        TaskContent content =
                content(
                        row(
                                ",\"width\":40,\"height\":30,\"complexity\":2.5,\"priority\":9,\"minTier\":3,"
                                        + "\"gold\":{\"tool\":\"category\",\"classId\":\"cat\"},\"training\":true"),
                        Tool.CATEGORY);

        assertThat(content.complexityPermille()).isEqualTo(2_500);
        assertThat(content.priority()).isEqualTo(9);
        assertThat(content.minTier()).isEqualTo(3);
        assertThat(content.gold()).isEqualTo(new Answer.Category("cat"));
        assertThat(content.training()).isTrue();
        assertThat(content.kind()).isEqualTo(TaskKind.GOLD);
    }

    @Test
    void workersAndPreLabelGoWithTheTask() throws BadRow {
        TaskContent content =
                content(
                        row(
                                ",\"preLabel\":{\"tool\":\"category\",\"classId\":\"cat\"},"
                                        + "\"workers\":[\"w2\",\"w1\",\"w2\"]"),
                        Tool.CATEGORY);

        assertThat(content.preLabel()).isEqualTo(new Answer.Category("cat"));
        assertThat(content.workers()).containsExactly("w1", "w2");
    }

    @Test
    void aTaskNamesAHundredWorkersAtMost() throws BadRow {
        assertThat(content(row(",\"workers\":" + workers(100)), Tool.CATEGORY).workers())
                .hasSize(100);
        assertThat(blamed(row(",\"workers\":" + workers(101)), Tool.CATEGORY)).isEqualTo("workers");
    }

    private static String workers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"w" + i + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aTierNotAboveTheProjectsIsNoTier() throws BadRow {
        assertThat(content(row(",\"minTier\":1"), Tool.CATEGORY).minTier()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"width\":41 | width",
                ",\"url\":\"https://pictures.example.org/a\" | picture",
                ",\"complexity\":0.05 | complexity",
                ",\"complexity\":101 | complexity",
                ",\"complexity\":1e999 | complexity",
                ",\"preLabel\":{\"tool\":\"category\",\"classId\":\"fox\"} | preLabel",
                ",\"preLabel\":{\"tool\":\"tags\",\"classIds\":[]} | preLabel",
                ",\"workers\":[\"\"] | workers",
                ",\"workers\":[null] | workers",
                ",\"priority\":-1 | priority",
                ",\"priority\":10 | priority",
                ",\"minTier\":0 | minTier",
                ",\"minTier\":6 | minTier",
                ",\"training\":true | training",
                ",\"gold\":{\"tool\":\"category\",\"classId\":\"cow\"} | gold",
                ",\"gold\":{\"tool\":\"tags\",\"classIds\":[\"cat\"]} | gold",
            })
    void namesTheFieldThatIsToBlame(String more, String field) {
        assertThat(blamed(row(more), Tool.CATEGORY)).isEqualTo(field);
    }

    @Test
    void goldBoxesHaveToLieInThePicture() throws BadRow {
        String inside =
                ",\"gold\":{\"tool\":\"box\",\"boxes\":[{\"classId\":\"cat\",\"x\":1,\"y\":1,\"width\":39,\"height\":29}]}";

        assertThat(content(row(inside), Tool.BOX).gold())
                .isEqualTo(new Answer.Boxes(List.of(new Box("cat", 1, 1, 39, 29))));
        assertThat(blamed(row(inside.replace("39", "49")), Tool.BOX)).isEqualTo("gold");
        assertThat(blamed(row(inside.replace("39", "0")), Tool.BOX)).isEqualTo("gold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture:abc", "picture:", "abc", "picture:../../etc/passwd"})
    void aPictureHasToBeOneThatTheCallerUploaded(String ref) {
        String json = "{\"externalId\":\"a\",\"picture\":\"" + ref + "\"}";

        assertThat(blamed(json, Tool.CATEGORY)).isEqualTo("picture");
        assertThat(blamed(row("").replace("ab", "cd"), Tool.CATEGORY)).isEqualTo("picture");
    }

    @Test
    void aRowWithoutAPictureIsRefused() {
        assertThat(blamed("{\"externalId\":\"a\"}", Tool.CATEGORY)).isEqualTo("picture");
    }

    @Test
    void linksToAllowedHostsAreTaken() throws BadRow {
        String url = "https://Pictures.Example.org:443/a/b.jpg?x=1";

        assertThat(content(linked(url), Tool.TAGS).media())
                .isEqualTo(new Media("image", url, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pictures.example.org/a",
                "ftp://pictures.example.org/a",
                "https://evil.example.org/a",
                "https://pictures.example.org.evil.com/a",
                "https://pictures.example.org@evil.com/a",
                "https://user:secret@pictures.example.org/a",
                "https://pictures.example.org:8443/a",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://localhost/a",
                "https:///a",
                "pictures.example.org/a",
                "javascript:alert(1)",
                "https://pictures.example.org/a b",
                "",
            })
    void otherLinksAreRefused(String url) {
        assertThat(blamed(linked(url), Tool.CATEGORY)).isEqualTo("url");
    }

    @Test
    void aLinkIsOfLimitedLength() {
        assertThat(
                        blamed(
                                linked("https://pictures.example.org/" + "a".repeat(2_048)),
                                Tool.CATEGORY))
                .isEqualTo("url");
    }

    @Test
    void boxesOnALinkNeedItsSize() throws BadRow {
        String url = linked("https://pictures.example.org/a");

        assertThat(blamed(url, Tool.BOX)).isEqualTo("width");
        String sized = url.replace("}", ",\"width\":4,\"height\":3}");
        assertThat(content(sized, Tool.BOX).media().width()).isEqualTo(4);
        assertThat(blamed(sized.replace("4", "0"), Tool.BOX)).isEqualTo("width");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\\u0000b", "a\\nb", "\\ud800", "x\\udfff"})
    void externalIdsArePrintable(String id) throws BadRow {
        ImportRow row = ImportRowJson.read("{\"externalId\":\"" + id + "\"}");

        try {
            fail("taken as " + RowRules.externalId(row));
        } catch (BadRow e) {
            assertThat(e.at(1, null).field()).isEqualTo("externalId");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "photo 1.jpg", "कुत्ता", "😀"})
    void externalIdsMayBeOfAnyScript(String id) throws BadRow {
        ImportRow row = ImportRowJson.read("{\"externalId\":\"" + id + "\"}");

        assertThat(RowRules.externalId(row)).isEqualTo(id);
    }
}
