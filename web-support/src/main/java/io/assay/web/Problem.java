package io.assay.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal in the form of RFC 9457. The type is {@code /problems/<slug>}, stable and documented in
 * docs/problems.md.
 */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /**
     * @param slug kebab-case name of the kind of problem
     * @param detail for people: what was wrong and what would be right
     */
    public static Problem of(HttpStatus status, String slug, String detail) {
        return new Problem(status, detail(status, slug, detail));
    }

    /** An engine is away; a repeat may succeed. */
    public static Problem unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail).retryAfter(1);
    }

    /** As the answer of a handler of exceptions. */
    public ResponseEntity<ProblemDetail> response() {
        return ResponseEntity.status(getStatusCode()).headers(getHeaders()).body(getBody());
    }

    private static ProblemDetail detail(HttpStatus status, String slug, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + slug));
        String words = slug.replace('-', ' ');
        body.setTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        return body;
    }

    /** Adds an extension member. */
    public Problem with(String key, Object value) {
        getBody().setProperty(key, value);
        return this;
    }

    /** After how long a repeat may succeed. */
    public Problem retryAfter(long seconds) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }
}
