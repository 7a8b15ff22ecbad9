package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.terminal.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTests {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    private int run(String... arguments) {
        return Cli.line(out).execute(arguments);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "export", "evaluate", "replay", "dlt"})
    void everyCommandHasHelpAndAVersion(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(run(command, "--version")).isZero();

        assertThat(written())
                .startsWith("Usage: assay " + command)
                .endsWith("assay (not packaged)\n");
    }

    @Test
    void namesItsCommandsAndItsVersion() {
        assertThat(run("--help")).isZero();
        assertThat(run("--version")).isZero();

        assertThat(written())
                .contains("import", "export", "evaluate", "replay", "dlt")
                .contains("assay (not packaged)");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("imprt")).isEqualTo(Commands.NOT_TRIED);
        assertThat(run()).isEqualTo(Commands.NOT_TRIED);
        assertThat(run("evaluate")).isEqualTo(Commands.NOT_TRIED);
    }

    @Test
    void completesItsCommands() {
        assertThat(run("generate-completion")).isZero();

        assertThat(written()).contains("--min-confidence", "payment-service");
    }

    @Test
    void evaluatesARecording() {
        assertThat(run("evaluate", "no-such-directory")).isEqualTo(Commands.NOT_TRIED);

        assertThat(written()).contains("no-such-directory: no such directory");
    }
}
