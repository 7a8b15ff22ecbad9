package io.assay.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTests {

    private static final long MILLI = 1_000_000;

    @Test
    void percentilesAreTimesThatWereMeasured() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 2_000).map(i -> 2_001 - i).forEach(i -> latencies.add(i * MILLI));

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.p50()).isEqualTo(1_000);
        assertThat(latencies.p99()).isEqualTo(1_980);
        assertThat(latencies.millis(1)).isEqualTo(2_000);
        assertThat(latencies.millis(0)).isEqualTo(1);
        assertThat(new Latencies().p99()).isNaN();
    }

    @Test
    void theMedianOfRoundsIsOneOfThem() {
        assertThat(Median.by(List.of(3.0, 9.0, 1.0), Double::doubleValue)).isEqualTo(3.0);
        assertThat(Median.by(List.of(4.0, 2.0), Double::doubleValue)).isEqualTo(2.0);
    }

    @Test
    void aSheetIsAlignedAndRounded() {
        ResultTable sheet =
                new ResultTable(
                        "speed",
                        List.of("what", "figure"),
                        List.of(
                                List.of("rows/s", 12_345.678),
                                List.of("ratio", 0.4567),
                                List.of("absent", Double.NaN)));

        assertThat(sheet.text().lines().toList())
                .containsExactly(
                        "speed",
                        "─────",
                        "what    figure",
                        "rows/s  12,346",
                        "ratio     0.46",
                        "absent       –");
    }

    @Test
    void rowsAreWholeAndTellTheirClass() throws IOException {
        try (Rows rows = new Rows(7)) {
            List<String> lines =
                    new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().toList();

            assertThat(lines).hasSize(7).doesNotHaveDuplicates();
            assertThat(lines.get(1))
                    .isEqualTo(
                            "{\"externalId\":\"row-00000001\",\"url\":\"https://pictures.example.org/food/00000001.jpg\"}");
        }
        assertThat(Rows.classOf("https://pictures.example.org/food/00000001.jpg"))
                .isEqualTo("food");
    }
}
