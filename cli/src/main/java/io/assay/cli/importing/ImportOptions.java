package io.assay.cli.importing;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be imported, and where to.
 *
 * @param format null if the file's name tells
 * @param annotations what the answers of an annotation format, or of an export of results, are to
 *     be, gold or prelabel; null if it is not said
 * @param pictures what comes before the file names that such a file gives; empty for nothing
 * @param errors where to write the report of bad rows; null for nowhere
 * @param again whether to import a file that was imported before
 * @param patience how long to try while nothing moves
 */
record ImportOptions(
        Path file,
        String project,
        @Nullable String format,
        @Nullable String annotations,
        String pictures,
        boolean dryRun,
        @Nullable Path errors,
        boolean again,
        URI gateway,
        Duration patience) {

    static final String USAGE =
            """
            usage: import FILE --project ID [--format FORMAT] [--gold | --prelabels] [--pictures BEFORE]
                          [--dry-run] [--errors REPORT.csv] [--gateway URL] [--again] [--patience SECONDS]
              FILE       rows as NDJSON or CSV, as they are or packed (.gz); or a folder or ZIP of
                         pictures, which are uploaded and make one task each, named by their path
              --format   ndjson or csv, if the name of the file does not tell; or coco, voc, yolo, cvat,
                         label-studio: a file of these or a ZIP of them makes a task of each picture
              --gold, --prelabels   what the answers of such a file are to be; --prelabels if not said;
                         with --format ndjson or csv: of an export of results, which comes in again so
              --pictures BEFORE     what comes before the file names that it gives: https://HOST/FOLDER/,
                         or the first part of the names under which the pictures were uploaded
              --dry-run  checks everything and writes nothing
              --errors   writes all bad rows, with line, field and reason
              --again    imports a file anew that was imported before; its rows count as duplicates
              --gateway  http://localhost:8080, or what ASSAY_URL says
            Who imports: ASSAY_CLIENT_ID and ASSAY_CLIENT_SECRET of a machine client, or ASSAY_USER and
            ASSAY_PASSWORD of a person, with the role requester and owner of the project.
            After a break the same command goes on where it ended. Ends with 0 if every row is in, 1 if
            some are not, 2 if it could not be tried.\
            """;

    private static final Set<String> ANNOTATIONS =
            Set.of("coco", "voc", "yolo", "cvat", "label-studio");

    /** Whether the file is of an annotation tool or an export, which is sent in one piece. */
    boolean isOfAnnotations() {
        return format != null && (ANNOTATIONS.contains(format) || annotations != null);
    }

    /** What its answers are to be, gold or prelabel. */
    String as() {
        return annotations == null ? "prelabel" : annotations;
    }

    /**
     * @throws IllegalArgumentException if there is no such option or value
     */
    static ImportOptions parse(List<String> arguments, Map<String, String> environment) {
        Parsing parsing =
                new Parsing(environment.getOrDefault("ASSAY_URL", "http://localhost:8080"));
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            parsing.take(left.pop(), left);
        }
        return parsing.options();
    }

    private static final class Parsing {
        private @Nullable Path file;
        private @Nullable String project;
        private @Nullable String format;
        private @Nullable String annotations;
        private String pictures = "";
        private @Nullable Path errors;
        private boolean dryRun;
        private boolean again;
        private URI gateway;
        private Duration patience = Duration.ofMinutes(5);

        Parsing(String gateway) {
            this.gateway = URI.create(gateway);
        }

        void take(String argument, Deque<String> left) {
            switch (argument) {
                case "--project" -> project = value(argument, left);
                case "--format" -> format = value(argument, left);
                case "--gold" -> annotations = "gold";
                case "--prelabels" -> annotations = "prelabel";
                case "--pictures" -> pictures = value(argument, left);
                case "--errors" -> errors = Path.of(value(argument, left));
                case "--gateway" -> gateway = URI.create(value(argument, left));
                case "--patience" -> patience = Duration.ofSeconds(number(argument, left));
                case "--dry-run" -> dryRun = true;
                case "--again" -> again = true;
                default -> takeFile(argument);
            }
        }

        private void takeFile(String argument) {
            if (argument.startsWith("-") || file != null) {
                throw new IllegalArgumentException(
                        "option: " + argument + " (expected: one below, and one file)");
            }
            file = Path.of(argument);
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + ": no value");
            }
            return left.pop();
        }

        private static int number(String option, Deque<String> left) {
            String value = value(option, left);
            if (!value.matches("\\d{1,6}")) {
                throw new IllegalArgumentException(
                        option + ": " + value + " (expected: a number up to 999999)");
            }
            return Integer.parseInt(value);
        }

        ImportOptions options() {
            if (file == null || project == null) {
                throw new IllegalArgumentException("a file and --project are needed");
            }
            return new ImportOptions(
                    file,
                    project,
                    format,
                    annotations,
                    pictures,
                    dryRun,
                    errors,
                    again,
                    gateway,
                    patience);
        }
    }
}
