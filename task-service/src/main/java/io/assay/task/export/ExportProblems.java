package io.assay.task.export;

import io.assay.formats.data.Format;
import io.assay.web.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Problems about exports. */
final class ExportProblems {

    private ExportProblems() {}

    static Problem unknownFormat(String format) {
        String known =
                Arrays.stream(Format.values())
                        .map(Format::wireName)
                        .collect(Collectors.joining(", "));
        return Problem.of(
                HttpStatus.NOT_FOUND,
                "format-unknown",
                "format: " + shortened(format) + " (expected: one of " + known + ")");
    }

    static Problem inexpressible(Format format, String tool) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "format-lacks-tool",
                "format: %s has nothing for the tool %s (expected: one that has)"
                        .formatted(format.wireName(), tool));
    }

    static Problem badConfidence(double confidence) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "minConfidence: " + confidence + " (expected: 0 to 1)");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
