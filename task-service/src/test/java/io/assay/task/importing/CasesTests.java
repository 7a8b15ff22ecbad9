package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and lines made after public bug reports, if they are there. */
class CasesTests {

    private static Path file(String name) {
        Path cases =
                Optional.ofNullable(System.getenv("ASSAY_CASES"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/cases"));
        Path file = cases.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no cases at " + cases);
        return file;
    }

    private static RowReader reader(Path file) throws IOException {
        boolean isCsv = file.toString().endsWith(".csv");
        Records records =
                new Records(
                        new ByteArrayInputStream(Files.readAllBytes(file)),
                        isCsv ? RecordScanner.csv() : RecordScanner.none(),
                        Position.START,
                        true,
                        RowReader.MAX_ROW_BYTES);
        return isCsv ? new CsvRows(records, List.of(), Tool.CATEGORY) : new NdjsonRows(records);
    }

    /** Lines of rows, then lines of bad rows, or the refusal. */
    private static String outcome(Path file) throws IOException {
        StringBuilder rows = new StringBuilder();
        StringBuilder bad = new StringBuilder();
        RowReader reader = reader(file);
        try {
            for (Optional<RowBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().rows().forEach(row -> rows.append(row.number()).append(' '));
                next.get().unreadable().stream()
                        .map(RowError::row)
                        .sorted()
                        .forEach(row -> bad.append(row).append(' '));
            }
        } catch (UnreadableFile e) {
            return "refused: " + e.reason();
        }
        return rows.toString().strip() + "; bad " + bad.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "23-csv-from-office/plain.csv # 2 3; bad",
                "23-csv-from-office/bom.csv # 2 3; bad",
                "23-csv-from-office/blanks-in-header.csv # 2 3; bad",
                "23-csv-from-office/quoted.csv # 2 4; bad",
                "23-csv-from-office/empty-columns.csv # 2 3; bad",
                "23-csv-from-office/latin1.csv # 3; bad 2",
                "23-csv-from-office/header-only.csv # ; bad",
                "23-csv-from-office/repeated-header.csv # 2 3 5 6; bad 4",
                "23-csv-from-office/short-rows.csv # ; bad 2 3",
                "23-csv-from-office/no-quotes-end.csv # ; bad 2",
                "23-csv-from-office/cr-only.csv # refused: header: a carriage return alone",
                "23-csv-from-office/semicolon.csv # refused: header: one column,"
                        + " externalId;picture;gold",
                "23-csv-from-office/sep-line.csv # refused: line 1: sep=;",
                "23-csv-from-office/utf16-tab.csv # refused: file: UTF-16",
                "23-csv-from-office/pandas-index.csv # refused: column 1: no name",
                "23-csv-from-office/empty.csv # refused: header: none",
                "23-csv-from-office/chinese-header.csv # refused: column 1: 编号",
                "25-ndjson-as-found/mixed.ndjson # 1 3 6 8 9 13 16 17 18 19 20; bad 4 5 7 10 11 12"
                        + " 14 15",
                "25-ndjson-as-found/bom-crlf.ndjson # 1 3; bad",
                "25-ndjson-as-found/huge-line.ndjson # 1 3; bad 2",
                "25-ndjson-as-found/array.json # refused: file: one list of JSON",
                "25-ndjson-as-found/pretty.json # refused: file: an object over several lines",
                "25-ndjson-as-found/utf16.ndjson # refused: file: UTF-16"
            })
    void comesToWhatIsRight(String name, String expected) throws IOException {
        assertThat(outcome(file(name))).startsWith(expected);
    }
}
