package io.assay.cli.importing;

import io.assay.cli.client.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be imported, and where to. */
final class ImportOptions {

    private static final Set<String> ANNOTATIONS =
            Set.of("coco", "voc", "yolo", "cvat", "label-studio");

    @Parameters(
            paramLabel = "FILE",
            description =
                    "rows as NDJSON or CSV, as they are or packed (.gz); or a folder or ZIP of"
                            + " pictures, which are uploaded and make one task each, named by their"
                            + " path")
    private Path file;

    @Option(
            names = "--project",
            required = true,
            paramLabel = "ID",
            description = "whose tasks they become")
    private String project;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "ndjson or csv, if the name of the file does not tell; or coco, voc, yolo,"
                            + " cvat, label-studio: a file of these or a ZIP of them makes a task of"
                            + " each picture")
    private @Nullable String format;

    @ArgGroup private Answers answers = new Answers();

    @Option(
            names = "--pictures",
            paramLabel = "BEFORE",
            defaultValue = "",
            description =
                    "what comes before the file names that such a file gives: https://HOST/FOLDER/,"
                            + " or the first part of the names under which the pictures were uploaded")
    private String pictures;

    @Option(names = "--dry-run", description = "checks everything and writes nothing")
    private boolean dryRun;

    @Option(
            names = "--errors",
            paramLabel = "REPORT.csv",
            description = "writes all bad rows, with line, field and reason")
    private @Nullable Path errors;

    @Option(
            names = "--again",
            description =
                    "imports a file anew that was imported before; its rows count as duplicates")
    private boolean again;

    @Option(
            names = {"--timeout", "--patience"},
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "gives up if nothing moves for so long (default: ${DEFAULT-VALUE})")
    private int timeout;

    @Mixin private Connection connection;

    /** What the answers of a file of annotations, or of an export of results, are to be. */
    private static final class Answers {

        @Option(
                names = "--gold",
                description =
                        "the answers of such a file are known answers; with --format ndjson or csv:"
                                + " of an export of results, which comes in again so")
        private boolean gold;

        @Option(
                names = "--prelabels",
                description = "they are to be corrected; so too if nothing is said")
        private boolean prelabels;
    }

    /** Whether the file is of an annotation tool or an export, which is sent in one piece. */
    boolean isOfAnnotations() {
        return format != null
                && (ANNOTATIONS.contains(format) || answers.gold || answers.prelabels);
    }

    /** What its answers are to be, gold or prelabel. */
    String as() {
        return answers.gold ? "gold" : "prelabel";
    }

    Path file() {
        return file;
    }

    String project() {
        return project;
    }

    /** Null to take it from the file's name. */
    @Nullable String format() {
        return format;
    }

    String pictures() {
        return pictures;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** Where to write the report of bad rows; null for nowhere. */
    @Nullable Path errors() {
        return errors;
    }

    boolean again() {
        return again;
    }

    Duration timeout() {
        return Duration.ofSeconds(timeout);
    }

    Connection connection() {
        return connection;
    }
}
