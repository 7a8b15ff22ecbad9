package io.assay.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.client.RunningStack;
import io.assay.cli.terminal.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTests {
    private static final int NOT_TRIED = 2;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"DIR", "--target .9 DIR", "DIR --target .9", "--target=.9 DIR"})
    void takesItsOptionBeforeAndAfterTheDirectory(String line, @TempDir Path empty) {
        assertThat(run(line.replace("DIR", empty.toString()))).isEqualTo(NOT_TRIED);

        assertThat(said()).contains("labels.csv").doesNotContain("Usage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--target", "DIR --target", "--target 1 DIR", "--other DIR", "a b"})
    void tellsItsUsageOtherwise(String line) {
        assertThat(run(line)).isEqualTo(NOT_TRIED);

        assertThat(said()).contains("Usage: replay");
    }

    /** A recording that cannot be read is told before a stack is started. */
    private static RunningStack noStack() {
        throw new AssertionError("no stack is needed");
    }

    private int run(String line) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        return Commands.line(out, new ReplayCommand(out, ReplayCommandTests::noStack))
                .execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
