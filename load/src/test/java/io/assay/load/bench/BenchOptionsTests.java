package io.assay.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.cli.terminal.Commands;
import io.assay.load.bench.BenchOptions.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class BenchOptionsTests {

    @Test
    void quickIsSmallerThanWhole() {
        BenchOptions whole = parse();
        BenchOptions quick = parse("--quick");

        assertThat(whole.tasks()).containsExactly(10_000, 1_000_000);
        assertThat(quick.tasks()).containsExactly(10_000);
        assertThat(quick.rows()).isLessThan(whole.rows());
        assertThat(quick.labels()).isLessThan(whole.labels());
    }

    @Test
    void whatIsGivenWins() {
        BenchOptions options = parse("--rows", "500", "--workers", "5,20", "--quick");

        assertThat(options.rows()).isEqualTo(500);
        assertThat(options.workers()).containsExactly(5, 20);
        assertThat(options.maxWorkers()).isEqualTo(20);
    }

    @Test
    void onlySomePhases() {
        BenchOptions options = parse("--only", "import,latency");

        assertThat(options.has(Phase.IMPORT)).isTrue();
        assertThat(options.has(Phase.LATENCY)).isTrue();
        assertThat(options.has(Phase.LABELS)).isFalse();
        assertThat(parse().has(Phase.LABELS)).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnowBeforeAnythingStarts() {
        for (List<String> wrong :
                List.of(
                        List.of("--slow"),
                        List.of("--rows"),
                        List.of("--rows", "0"),
                        List.of("--rows", "many"),
                        List.of("--tasks", "1,,2"),
                        List.of("--only", "lunch"))) {
            assertThatThrownBy(() -> parse(wrong.toArray(String[]::new)))
                    .as("%s", wrong)
                    .isInstanceOf(ParameterException.class);
        }
    }

    @Command
    private static final class AnyCommand {
        @Mixin private BenchOptions options;
    }

    private static BenchOptions parse(String... arguments) {
        AnyCommand command = new AnyCommand();
        Commands.line(System.out, command).parseArgs(arguments);
        command.options.check();
        return command.options;
    }
}
