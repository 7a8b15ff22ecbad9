package io.assay.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ImportOptionsTests {

    private static ImportOptions parse(String... arguments) {
        return ImportOptions.parse(List.of(arguments), Map.of());
    }

    @Test
    void aFileAndAProjectAreEnough() {
        assertThat(parse("rows.csv", "--project", "p1"))
                .isEqualTo(
                        new ImportOptions(
                                Path.of("rows.csv"),
                                "p1",
                                null,
                                null,
                                "",
                                false,
                                null,
                                false,
                                URI.create("http://localhost:8080"),
                                Duration.ofMinutes(5)));
    }

    @Test
    void anExportOfResultsIsSentWholeIfItIsSaidWhatItsAnswersAreToBe() {
        assertThat(parse("r.csv", "--project", "p1", "--format", "csv").isOfAnnotations())
                .isFalse();
        assertThat(parse("r.csv", "--project", "p1", "--format", "csv", "--gold").isOfAnnotations())
                .isTrue();
        assertThat(parse("a.json", "--project", "p1", "--format", "coco").as())
                .isEqualTo("prelabel");
    }

    @Test
    void allElseMayBeSaid() {
        ImportOptions options =
                ImportOptions.parse(
                        List.of(
                                "--project",
                                "p1",
                                "--format",
                                "coco",
                                "--gold",
                                "--pictures",
                                "train/",
                                "--dry-run",
                                "--errors",
                                "bad.csv",
                                "--again",
                                "--patience",
                                "9",
                                "rows"),
                        Map.of("ASSAY_URL", "https://assay.example.org"));

        assertThat(options)
                .isEqualTo(
                        new ImportOptions(
                                Path.of("rows"),
                                "p1",
                                "coco",
                                "gold",
                                "train/",
                                true,
                                Path.of("bad.csv"),
                                true,
                                URI.create("https://assay.example.org"),
                                Duration.ofSeconds(9)));
        assertThat(options.isOfAnnotations()).isTrue();
        assertThat(parse("rows.csv", "--project", "p1").isOfAnnotations()).isFalse();
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
            assertThatIllegalArgumentException()
                    .as("%s", arguments)
                    .isThrownBy(() -> ImportOptions.parse(arguments, Map.of()));
        }
    }
}
