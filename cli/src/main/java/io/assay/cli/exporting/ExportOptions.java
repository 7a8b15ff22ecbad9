package io.assay.cli.exporting;

import io.assay.cli.client.Call;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What is to be exported, and where to.
 *
 * @param query of the request, from its question mark; empty for none
 */
record ExportOptions(String project, String format, Path out, String query, URI gateway) {

    static final String USAGE =
            """
            usage: export PROJECT --format ndjson|csv|coco|voc|yolo|cvat|label-studio --out FILE.zip
                          [--include-pending] [--no-gold] [--min-confidence 0..1] [--links] [--plain]
                          [--gateway URL]
              --include-pending  also pictures without an answer
              --no-gold          without the tasks whose answer was known from the start
              --min-confidence   leaves out results of less
              --links            names uploads by links that are good for a day
              --plain            in CSV: texts that begin with = + - @ as they are, for programs; a
                                 spreadsheet may run them
              --gateway          http://localhost:8080, or what ASSAY_URL says
            Who exports: ASSAY_CLIENT_ID and ASSAY_CLIENT_SECRET of a machine client, or ASSAY_USER and
            ASSAY_PASSWORD of a person: the project's owner or a partner of it.
            Tells what the format cannot say, loads the archive and checks all its sums. Ends with 0 if
            they hold, 1 if not, 2 if it could not be tried.\
            """;

    /**
     * @throws IllegalArgumentException if there is no such option or value
     */
    static ExportOptions parse(List<String> arguments, Map<String, String> environment) {
        Parsing parsing =
                new Parsing(environment.getOrDefault("ASSAY_URL", "http://localhost:8080"));
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            parsing.take(left.pop(), left);
        }
        return parsing.options();
    }

    private static final class Parsing {

        private final List<String> query = new ArrayList<>();
        private String gateway;
        private @Nullable String project;
        private @Nullable String format;
        private @Nullable Path out;

        Parsing(String gateway) {
            this.gateway = gateway;
        }

        void take(String argument, Deque<String> left) {
            switch (argument) {
                case "--format" -> format = value(argument, left);
                case "--out" -> out = Path.of(value(argument, left));
                case "--gateway" -> gateway = value(argument, left);
                case "--include-pending" -> query.add("includePending=true");
                case "--no-gold" -> query.add("includeGold=false");
                case "--links" -> query.add("links=true");
                case "--plain" -> query.add("plain=true");
                case "--min-confidence" ->
                        query.add("minConfidence=" + Call.encode(value(argument, left)));
                default -> {
                    if (argument.startsWith("-") || project != null) {
                        throw new IllegalArgumentException("option: " + argument);
                    }
                    project = argument;
                }
            }
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + ": missing (expected: a value)");
            }
            return left.pop();
        }

        ExportOptions options() {
            if (project == null || format == null || out == null) {
                throw new IllegalArgumentException("PROJECT, --format and --out are needed");
            }
            String all = query.isEmpty() ? "" : "?" + String.join("&", query);
            return new ExportOptions(project, format, out, all, URI.create(gateway));
        }
    }
}
