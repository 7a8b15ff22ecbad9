package io.assay.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of documents as entity tags: optimistic concurrency over HTTP. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change was decided on.
     *
     * @throws Problem 428 {@code precondition-required} without the header, 400 {@code bad-etag} if
     *     it is not one of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "If-Match is missing (expected: the ETag of what you change)");
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException _) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-etag", "If-Match: not an ETag of this service");
        }
    }

    /**
     * Holds a change to the version it was decided on.
     *
     * @throws Problem 412 {@code stale-version} if they differ
     */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw Problem.of(
                            HttpStatus.PRECONDITION_FAILED,
                            "stale-version",
                            "If-Match: " + of(expected) + " (expected: " + of(actual) + ")")
                    .with("current", of(actual));
        }
    }
}
