package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of results that come in again, and what is taken for one. */
class ExportsAgainTests {

    private static List<Entry> read(Format format, String file) throws IOException {
        return Sets.read(format, Sets.ontology(Tool.CATEGORY, false), file);
    }

    @Test
    void resultsAsTheyAreServedAreRead() throws IOException {
        String line =
                "\uFEFF{\"taskId\":\"t\",\"externalId\":\"a\",\"ref\":\"https://h/a.jpg\",\"status\":\"labelled\","
                        + "\"answer\":{\"tool\":\"category\",\"classId\":\"car\"},"
                        + "\"provenance\":{\"method\":\"one-coin/1\"}}\n";

        assertThat(Sets.rows(read(Format.NDJSON, line)).getFirst().answer())
                .isEqualTo(new Answer.Category("car"));
    }

    @Test
    void rowsToImportAreNoExportAndWouldLoseTheirGold() throws IOException {
        String row =
                "{\"externalId\":\"a\",\"picture\":\"x\",\"gold\":{\"tool\":\"tags\",\"classIds\":[]}}\n";

        assertThat(read(Format.NDJSON, row).getFirst())
                .isInstanceOfSatisfying(
                        Entry.Bad.class,
                        bad -> assertThat(bad.reason()).startsWith("ref, fileName"));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(Format.CSV, "externalId,picture,gold\na,x,car\n"))
                .withMessageContaining("without as=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "NDJSON # [{}] # file: one list",
                "NDJSON # {\\n\"externalId\":\"a\"} # file: an object over several lines",
                "CSV # externalId;answer\\na;b # header: externalId;answer (expected: a column externalId"
            })
    void anotherFormIsRefusedOnce(Format format, String file, String reason) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(format, file.replace("\\n", "\n")))
                .withMessageStartingWith(reason);
    }
}
