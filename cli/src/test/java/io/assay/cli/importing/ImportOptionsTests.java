package io.assay.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.cli.terminal.Commands;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class ImportOptionsTests {

    @Command
    private static final class AnyCommand {
        @Mixin private ImportOptions options;
    }

    private static ImportOptions parse(String... arguments) {
        AnyCommand command = new AnyCommand();
        Commands.line(System.out, command).parseArgs(arguments);
        return command.options;
    }

    @Test
    void aFileAndAProjectAreEnough() {
        ImportOptions options = parse("rows.csv", "--project", "p1");

        assertThat(options.file()).isEqualTo(Path.of("rows.csv"));
        assertThat(options.project()).isEqualTo("p1");
        assertThat(options.format()).isNull();
        assertThat(options.as()).isEqualTo("prelabel");
        assertThat(options.pictures()).isEmpty();
        assertThat(options.dryRun()).isFalse();
        assertThat(options.errors()).isNull();
        assertThat(options.again()).isFalse();
        assertThat(options.connection().gateway())
                .isEqualTo(
                        URI.create(
                                Optional.ofNullable(System.getenv("ASSAY_URL"))
                                        .orElse("http://localhost:8080")));
        assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anExportOfResultsIsSentWholeIfItIsSaidWhatItsAnswersAreToBe() {
        assertThat(parse("r.csv", "--project", "p1", "--format", "csv").isOfAnnotations())
                .isFalse();
        assertThat(parse("r.csv", "--project", "p1", "--format", "csv", "--gold").isOfAnnotations())
                .isTrue();
        assertThat(
                        parse("r.csv", "--project", "p1", "--format", "csv", "--prelabels")
                                .isOfAnnotations())
                .isTrue();
        assertThat(parse("a.json", "--project", "p1", "--format", "coco").as())
                .isEqualTo("prelabel");
    }

    @Test
    void allElseMayBeSaid() {
        ImportOptions options =
                parse(
                        "--project=p1",
                        "--format",
                        "coco",
                        "--gold",
                        "--pictures",
                        "train/",
                        "--dry-run",
                        "--errors=bad.csv",
                        "--again",
                        "--gateway",
                        "https://assay.example.org",
                        "--timeout",
                        "9",
                        "rows");

        assertThat(options.file()).isEqualTo(Path.of("rows"));
        assertThat(options.project()).isEqualTo("p1");
        assertThat(options.format()).isEqualTo("coco");
        assertThat(options.as()).isEqualTo("gold");
        assertThat(options.pictures()).isEqualTo("train/");
        assertThat(options.dryRun()).isTrue();
        assertThat(options.errors()).isEqualTo(Path.of("bad.csv"));
        assertThat(options.again()).isTrue();
        assertThat(options.connection().gateway())
                .isEqualTo(URI.create("https://assay.example.org"));
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(options.isOfAnnotations()).isTrue();
        assertThat(parse("rows.csv", "--project", "p1").isOfAnnotations()).isFalse();
    }

    @Test
    void theFormerNameOfTheTimeoutIsStillRead() {
        assertThat(parse("rows.csv", "--project", "p1", "--patience", "9").timeout())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        for (List<String> arguments :
                List.of(
                        List.<String>of(),
                        List.of("rows.csv"),
                        List.of("--project", "p1"),
                        List.of("rows.csv", "--project"),
                        List.of("rows.csv", "more.csv", "--project", "p1"),
                        List.of("rows.csv", "--project", "p1", "--colour"),
                        List.of("rows.csv", "--project", "p1", "--patience", "long"))) {
            assertThatExceptionOfType(ParameterException.class)
                    .as("%s", arguments)
                    .isThrownBy(() -> parse(arguments.toArray(String[]::new)));
        }
    }
}
