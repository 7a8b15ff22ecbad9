package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and lines as office programs and scripts write them. */
class FilesAsFoundTests {

    private static final String PLAIN =
            "externalId,picture,gold\r\na1,p/a1.jpg,cat\r\na2,p/a2.jpg,dog\r\n";

    /** What became of a file: ids of its rows, and its bad rows as "line reason". */
    private record Found(List<String> ids, List<String> bad) {}

    private static Records records(byte[] body, RecordScanner quoting) {
        return new Records(
                new ByteArrayInputStream(body),
                quoting,
                Position.START,
                true,
                RowReader.MAX_ROW_BYTES);
    }

    private static Found csv(byte[] body) throws IOException {
        return all(new CsvRows(records(body, RecordScanner.csv()), List.of(), Tool.CATEGORY));
    }

    private static Found csv(String body) throws IOException {
        return csv(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Found ndjson(String body) throws IOException {
        return ndjson(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Found ndjson(byte[] body) throws IOException {
        return all(new NdjsonRows(records(body, RecordScanner.none())));
    }

    private static Found all(RowReader reader) throws IOException {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Optional<RowBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
            next.get().rows().forEach(row -> found.ids.add(row.row().externalId()));
            next.get().unreadable().forEach(e -> found.bad.add(e.row() + " " + e.reason()));
        }
        return found;
    }

    private static String refusal(byte[] body, boolean isCsv) {
        try {
            return "read: " + (isCsv ? csv(body) : ndjson(body));
        } catch (IOException e) {
            assertThat(e).isInstanceOf(UnreadableFile.class);
            return String.valueOf(e.getMessage());
        }
    }

    private static String csvRefusal(String body) {
        return refusal(body.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String ndjsonRefusal(String body) {
        return refusal(body.getBytes(StandardCharsets.UTF_8), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "\uFEFF" + PLAIN,
                "externalId, picture , gold\na1,p/a1.jpg,cat\na2,p/a2.jpg,dog",
                "\u00A0externalId\u200B,picture,gold\na1,p/a1.jpg,cat\na2,p/a2.jpg,dog\n",
                "externalId,picture,gold,,\na1,p/a1.jpg,cat,,\n\na2,p/a2.jpg,dog,,\n,,,,\n",
                "externalId,picture,gold\na1,p/a1.jpg,cat,,\na2,p/a2.jpg,dog\n,,\n"
            })
    void theSameTableInOtherClothes(String body) throws IOException {
        assertThat(csv(body)).isEqualTo(new Found(List.of("a1", "a2"), List.of()));
    }

    @Test
    void aLineBreakAndDoubledQuotesBelongToTheirCell() throws IOException {
        String body =
                "\"externalId\",\"picture\"\r\n"
                        + "\"b \"\"1\"\"\r\n"
                        + "second line\",x.jpg\r\n"
                        + "\"b,2\",y.jpg";

        assertThat(csv(body).ids()).containsExactly("b \"1\"\r\nsecond line", "b,2");
    }

    @Test
    void aHeaderThatComesAgainIsOneBadRow() throws IOException {
        assertThat(csv(PLAIN + PLAIN))
                .isEqualTo(
                        new Found(
                                List.of("a1", "a2", "a1", "a2"),
                                List.of("4 row: the header again (expected: a row)")));
    }

    @Test
    void rowsOfOtherLengthsAreTold() throws IOException {
        assertThat(csv("externalId,picture,gold\na1,x\na2,x,dog,extra\n").bad())
                .containsExactlyInAnyOrder("2 cells: 2 (expected: 3)", "3 cells: 4 (expected: 3)");
    }

    @Test
    void aHeaderAloneIsNoRowAndNoError() throws IOException {
        assertThat(csv("externalId,picture,gold\r\n")).isEqualTo(new Found(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "externalId;picture;gold\\n"
                        + "a;b;c # header: one column, externalId;picture;gold, apart by semicolons",
                "externalId\\tpicture\\na\\tb # header: one column",
                "externalId|picture\\na|b # apart by bars",
                "sep=;\\nexternalId;picture # line 1: sep=;",
                "sep=,\\nexternalId,picture # line 1: sep=",
                ",externalId,picture\\n0,a,b # column 1: no name",
                "externalId,,picture\\na,,b # column 2: no name",
                "externalId,picture,picture\\na,b,c # column 3: picture a second time",
                "世号,图片\\na,b # column 1: 世号 (expected: each at most once of externalId, picture,",
                "picture,gold\\na,b # header: no column externalId",
                "\\n\\n # header: none, as the file is empty",
                "externalId,picture\\r"
                        + "a,b\\r"
                        + "c,d # header: a carriage return alone (expected: lines that end",
                "externalId,fileName,ref,width,height,class,answer,taskId,status\\n"
                        + " # header: that of an export",
                "PK\\u0003\\u0004 # file: a ZIP, such as a workbook"
            })
    void aTableOfAnotherMakeIsRefusedOnceAndByName(String body, String reason) {
        assertThat(
                        csvRefusal(
                                body.replace("\\n", "\n")
                                        .replace("\\r", "\r")
                                        .replace("\\t", "\t")
                                        .replace("\\u0003", "\u0003")
                                        .replace("\\u0004", "\u0004")))
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherUnicodeIsRefusedByName(String charset) {
        byte[] table = PLAIN.replace(',', '\t').getBytes(Charset.forName(charset));
        byte[] lines = "{\"externalId\":\"a\"}\n".getBytes(Charset.forName(charset));

        assertThat(refusal(table, true)).isEqualTo("file: UTF-16 or UTF-32 (expected: UTF-8)");
        assertThat(refusal(lines, false)).isEqualTo("file: UTF-16 or UTF-32 (expected: UTF-8)");
    }

    @Test
    void latin1IsToldByTheRowItIsIn() throws IOException {
        byte[] body =
                "externalId,picture\r\nMüller 1,x\r\na2,y\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(csv(body)).isEqualTo(new Found(List.of("a2"), List.of("2 row: not UTF-8")));
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> csv("externalId,größe\n".getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage("header: not UTF-8");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithTheLinesItTookAlong() throws IOException {
        assertThat(csv("externalId,picture\r\n\"a1,x\r\na2,y\r\n"))
                .isEqualTo(
                        new Found(
                                List.of(),
                                List.of(
                                        "2 row: a quote that is not closed; lines 2 to 3 are taken"
                                                + " as this row")));
    }

    @Test
    void numbersAndTruthsAreReadAsProgramsWriteThem() throws IOException {
        String body =
                "externalId,width,complexity,training\na,160.0,1e0,TRUE\nb,160.5,1,\nc,1,NaN,\n"
                        + "d,1,0x1p3,\ne,1,1d,\n";

        Found found = csv(body);

        assertThat(found.ids()).containsExactly("a");
        assertThat(found.bad()).hasSize(4).allMatch(bad -> bad.contains("number"));
    }

    @Test
    void whatWasMadeHarmlessIsReadAsItWas() throws IOException {
        assertThat(csv("externalId,picture\n'=1+1,x\n'tis,y\n''-2,z\n").ids())
                .containsExactly("=1+1", "'tis", "'-2");
    }

    @Test
    void linesWithAMarkBlanksAndCarriageReturnsAreRows() throws IOException {
        assertThat(ndjson("\uFEFF{\"externalId\":\"a\"}\r\n\r\n {\"externalId\":\"b\"} \r\n\n"))
                .isEqualTo(new Found(List.of("a", "b"), List.of()));
        assertThat(ndjson("{\"externalId\":\"n\u2028(13\"}").ids()).containsExactly("n\u2028(13");
    }

    @Test
    void eachBadLineIsToldInPlainWordsAndStopsNoOther() throws IOException {
        String body =
                """
                {"externalId":"n1"}

                {"externalId":"n3",}
                {'externalId':'n4'}
                {"externalId":"n6","complexity":NaN}
                {"externalId":"n10"} {"externalId":"n10b"}
                null
                []
                {"externalId":"n14","externalId":"n14b"}
                {"externalId":15}
                {"externalId":"n16","gold":{"tool":"paint"}}
                {"externalId":"n17"},
                {
                {"externalId":"n19"}
                """;

        Found found = ndjson(body);

        assertThat(found.ids()).containsExactly("n1", "n19");
        assertThat(found.bad())
                .hasSize(11)
                .noneMatch(bad -> bad.matches("(?s).*(Feature|java\\.|`|Deserializ|\\(code ).*"))
                .anyMatch(bad -> bad.startsWith("4 row: not JSON: unexpected '''"))
                .anyMatch(bad -> bad.contains("NaN is no value of JSON"))
                .anyMatch(bad -> bad.contains("externalId twice"))
                .anyMatch(bad -> bad.equals("10 externalId: not a text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"externalId\":\"a\"},{\"externalId\":\"b\"}]",
                "[\n{\"externalId\":\"a\"},\n{\"externalId\":\"b\"}\n]\n",
                "[{\"externalId\":\"a\"},\n{\"externalId\":\"b\"}]\n",
                "\n\n[]"
            })
    void aListIsRefusedOnce(String body) {
        assertThat(ndjsonRefusal(body))
                .isEqualTo("file: one list of JSON (expected: one object a line)");
    }

    @Test
    void aListLongerThanARowIsRefusedAsOne() {
        assertThat(ndjsonRefusal("[" + "{\"externalId\":\"a\"},".repeat(10_000) + "{}]"))
                .isEqualTo("file: one list of JSON (expected: one object a line)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"externalId\": \"a\"\n}\n",
                "{ \"externalId\": \"a\",\n  \"picture\": \"{\" }\n",
                "{\"externalId\": \"a\", \"gold\": {\n\"tool\":\"tags\"}}"
            })
    void anObjectOverSeveralLinesIsRefusedOnce(String body) {
        assertThat(ndjsonRefusal(body))
                .isEqualTo("file: an object over several lines (expected: one object a line)");
    }

    @Test
    void aBracketAmongRowsIsOnlyABadRow() throws IOException {
        assertThat(ndjson("[1]\n{\"externalId\":\"a\"}\n").ids()).containsExactly("a");
        assertThat(ndjson("{\n{\"externalId\":\"a\"}\n").ids()).containsExactly("a");
    }

    @Test
    void aHugeLineIsToldAndStopsNoOther() throws IOException {
        String body =
                "{\"externalId\":\"a\"}\n{\"externalId\":\"%s\"}\n{\"externalId\":\"c\"}\n"
                        .formatted("x".repeat(70_000));

        assertThat(ndjson(body))
                .isEqualTo(
                        new Found(
                                List.of("a", "c"),
                                List.of("2 row: longer (expected: <= 65536 bytes)")));
    }

    @Test
    void noReasonIsObeyedByATerminal() {
        assertThat(BadRow.unexpected("externalId", "a\u001B[2J", "none").at(2, "a\nb"))
                .isEqualTo(
                        new RowError(
                                2,
                                "a\u240Ab",
                                "externalId",
                                "externalId: a\u241B[2J (expected: none)"));
        assertThat(new UnreadableFile("header: \0x").reason()).isEqualTo("header: \u2400x");
    }
}
