package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    private static CsvRows csv(String body, Tool tool) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Records records =
                new Records(
                        new ByteArrayInputStream(bytes),
                        RecordScanner.csv(),
                        Position.START,
                        true,
                        RowReader.MAX_ROW_BYTES);
        return new CsvRows(records, List.of(), tool);
    }

    private static List<RowBatch> all(RowReader reader) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        Optional<RowBatch> next = reader.next();
        while (next.isPresent()) {
            batches.add(next.get());
            next = reader.next();
        }
        return batches;
    }

    private static List<NumberedRow> rows(String body, Tool tool) throws IOException {
        return all(csv(body, tool)).stream().flatMap(batch -> batch.rows().stream()).toList();
    }

    @Test
    void aRowHasWhatItsHeaderNames() throws IOException {
        String body =
                "externalId,url,width,height,complexity,priority,minTier,training,gold,workers\r\n"
                        + "\"a, \"\"1\"\"\",https://x/1.jpg,10,20,1.5,3,2,true,cat,w1|w2\r\n";

        assertThat(rows(body, Tool.CATEGORY))
                .containsExactly(
                        new NumberedRow(
                                2,
                                new ImportRow(
                                        "a, \"1\"",
                                        null,
                                        "https://x/1.jpg",
                                        10,
                                        20,
                                        1.5,
                                        3,
                                        2,
                                        new Answer.Category("cat"),
                                        true,
                                        null,
                                        List.of("w1", "w2"))));
    }

    @Test
    void anAnswerIsJsonOrTheToolsShortForm() throws IOException {
        Answer tags = new Answer.Tags(new TreeSet<>(List.of("a", "b")));

        assertThat(rows("externalId,preLabel\n1,a|b\n2,\n", Tool.TAGS))
                .extracting(row -> row.row().preLabel())
                .containsExactly(tags, null);
        assertThat(
                        rows(
                                "externalId,gold\n"
                                        + "1,\"{\"\"tool\"\":\"\"tags\"\",\"\"classIds\"\":[\"\"b\"\",\"\"a\"\"]}\"\n",
                                Tool.TAGS))
                .extracting(row -> row.row().gold())
                .containsExactly(tags);
    }

    @Test
    void aBadCellIsToldWithItsLineAndStopsNoOther() throws IOException {
        String body =
                "externalId,width,gold,training\n"
                        + "a,1,,\n"
                        + "b,wide,,\n"
                        + "\n"
                        + "\"c\nc\",1,,\n"
                        + "d,1,cat,\n"
                        + "e,1,,maybe\n"
                        + "f,1\n"
                        + "g,1,{,\n"
                        + "h,1\"2,,\n";

        List<RowBatch> batches = all(csv(body, Tool.BOX));

        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst().rows())
                .extracting(row -> row.number() + " " + row.row().externalId())
                .containsExactly("2 a", "5 c\nc");
        assertThat(batches.getFirst().unreadable())
                .extracting(error -> error.row() + " " + error.field())
                .containsExactlyInAnyOrder(
                        "3 width", "7 gold", "8 training", "9 null", "10 gold", "11 null");
        assertThat(batches.getFirst().end()).isEqualTo(new Position(body.length(), 11));
    }

    @Test
    void aHeaderIsOfKnownColumnsEachOnce() {
        for (String header : List.of("externalId,colour", "externalId,url,url", "url", "a\"b")) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .as(header)
                    .isThrownBy(() -> csv(header + "\nx\n", Tool.TAGS).next());
        }
    }

    @Test
    void aLaterPartGoesByTheHeaderOfTheFirst() throws IOException {
        Records rest =
                new Records(
                        new ByteArrayInputStream("b,2\n".getBytes(StandardCharsets.UTF_8)),
                        RecordScanner.csv(),
                        new Position(30, 2),
                        true,
                        100);
        CsvRows reader =
                new CsvRows(
                        rest, List.of(CsvColumn.EXTERNAL_ID, CsvColumn.PRIORITY), Tool.CATEGORY);

        RowBatch batch = reader.next().orElseThrow();

        assertThat(batch.rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.number()).isEqualTo(3);
                            assertThat(row.row().externalId()).isEqualTo("b");
                            assertThat(row.row().priority()).isEqualTo(2);
                        });
        assertThat(batch.end()).isEqualTo(new Position(34, 3));
    }

    @Test
    void manyRowsComeInBatches() throws IOException {
        StringBuilder body = new StringBuilder("externalId\n");
        for (int i = 0; i < 2 * RowReader.BATCH + 1; i++) {
            body.append("row").append(i).append('\n');
        }

        List<RowBatch> batches = all(csv(body.toString(), Tool.CATEGORY));

        assertThat(batches)
                .extracting(batch -> batch.rows().size())
                .containsExactly(1_000, 1_000, 1);
        assertThat(batches.getLast().rows().getFirst().number()).isEqualTo(2_002);
    }
}
