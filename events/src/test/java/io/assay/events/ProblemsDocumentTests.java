package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} lists the problems that the code tells clients of, and no others. */
class ProblemsDocumentTests {

    /** The status may be a variable: then only the name is compared. */
    private static final Pattern IN_CODE =
            Pattern.compile(
                    "(?:HttpStatus\\.([A-Z_]+),|problem\\(\\s*status,|(conflict|badParameter)\\()"
                            + "\\s*\"([a-z][a-z0-9-]+)\"");

    private static final Pattern IN_DOCUMENT =
            Pattern.compile("(?m)^\\| `([a-z][a-z0-9-]+)` \\| ([0-9 ,]+) \\|");

    private static final Map<String, String> STATUS =
            Map.ofEntries(
                    Map.entry("BAD_REQUEST", "400"),
                    Map.entry("UNAUTHORIZED", "401"),
                    Map.entry("FORBIDDEN", "403"),
                    Map.entry("NOT_FOUND", "404"),
                    Map.entry("METHOD_NOT_ALLOWED", "405"),
                    Map.entry("NOT_ACCEPTABLE", "406"),
                    Map.entry("REQUEST_TIMEOUT", "408"),
                    Map.entry("CONFLICT", "409"),
                    Map.entry("GONE", "410"),
                    Map.entry("PRECONDITION_FAILED", "412"),
                    Map.entry("CONTENT_TOO_LARGE", "413"),
                    Map.entry("UNSUPPORTED_MEDIA_TYPE", "415"),
                    Map.entry("UNPROCESSABLE_CONTENT", "422"),
                    Map.entry("PRECONDITION_REQUIRED", "428"),
                    Map.entry("TOO_MANY_REQUESTS", "429"),
                    Map.entry("INTERNAL_SERVER_ERROR", "500"),
                    Map.entry("BAD_GATEWAY", "502"),
                    Map.entry("SERVICE_UNAVAILABLE", "503"),
                    Map.entry("GATEWAY_TIMEOUT", "504"));

    @Test
    void everyProblemOfTheCodeIsListedAndNoOther() {
        assertThat(documented().keySet()).isEqualTo(coded().keySet());
    }

    @Test
    void everyProblemIsListedWithItsStatuses() {
        Map<String, Set<String>> documented = documented();

        assertThat(coded())
                .allSatisfy(
                        (slug, statuses) -> assertThat(documented.get(slug)).containsAll(statuses));
    }

    private static Map<String, Set<String>> coded() {
        Map<String, Set<String>> problems = new TreeMap<>();
        for (Path source : Repository.files(".", ".java")) {
            if (source.toString().contains("/src/main/")) {
                IN_CODE.matcher(Contract.read(source))
                        .results()
                        .forEach(m -> add(problems, m.group(3), status(m)));
            }
        }
        return problems;
    }

    private static @Nullable String status(MatchResult match) {
        if (match.group(1) != null) {
            return STATUS.get(match.group(1));
        }
        return switch (match.group(2)) {
            case "conflict" -> "409";
            case "badParameter" -> "400";
            case null, default -> null;
        };
    }

    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> problems = new TreeMap<>();
        for (MatchResult row :
                IN_DOCUMENT.matcher(Repository.read("docs/problems.md")).results().toList()) {
            for (String status : row.group(2).split(",")) {
                add(problems, row.group(1), status.strip());
            }
        }
        return problems;
    }

    private static void add(
            Map<String, Set<String>> problems, String slug, @Nullable String status) {
        Set<String> statuses = problems.computeIfAbsent(slug, s -> new TreeSet<>());
        if (status != null) {
            statuses.add(status);
        }
    }
}
