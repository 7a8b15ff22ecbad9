package io.assay.gateway.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The body turned out larger than allowed while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    BodyTooLarge(long limit) {
        super("body: more than " + limit + " bytes");
    }

    /** What the client is told. */
    public static ProblemDetail problem(long limit) {
        return Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is larger than " + limit + " bytes.");
    }
}
