package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class ReplayCommandTests {
    private static final int NOT_TRIED = 2;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"DIR", "--target .9 DIR", "DIR --target .9"})
    void takesItsOptionBeforeAndAfterTheDirectory(String line, @TempDir Path empty) {
        assertThat(run(line.replace("DIR", empty.toString()))).isEqualTo(NOT_TRIED);

        assertThat(said()).contains("labels.csv").doesNotContain("usage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--target", "DIR --target", "--target 1 DIR", "--other DIR", "a b"})
    void tellsItsUsageOtherwise(String line) {
        assertThat(run(line)).isEqualTo(NOT_TRIED);

        assertThat(said()).startsWith("usage: replay");
    }

    private int run(String line) {
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));
        return ReplayCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
