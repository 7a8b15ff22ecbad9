package io.assay.formats.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+2",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "'=1",
                "''@x"
            })
    void aTextThatASpreadsheetRunsIsHarmless(String text) {
        assertThat(Csv.harmless(text)).isEqualTo("'" + text);
        assertThat(Csv.original("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "'tis", "'", "''", " =1", "1", "{\"a\":-1}"})
    void anyOtherTextIsWrittenAsItIs(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
        assertThat(Csv.original(text)).isEqualTo(text);
    }

    @Test
    void numbersAreWrittenAsTheyAreAndPlainLinesToo() {
        assertThat(text(Csv.line("=a", -1.5, null))).isEqualTo("'=a,-1.5,\r\n");
        assertThat(text(Csv.plainLine("=a", -1.5, null))).isEqualTo("=a,-1.5,\r\n");
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.strings()
                .withChars("=+-@'\"\t\r\n,; a\uFF1D")
                .ofMaxLength(6)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Property
    void everyCellComesBackAsItWas(@ForAll("cells") List<String> cells) throws IOException {
        byte[] line = Csv.line(cells.toArray());

        assertThat(new Csv(new ByteArrayInputStream(line)).next()).contains(cells);
    }
}
