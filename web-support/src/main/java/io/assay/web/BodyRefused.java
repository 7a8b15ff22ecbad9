package io.assay.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Something is wrong with a body, as is found while it is read. */
final class BodyRefused extends IOException {

    final transient Problem problem;

    private BodyRefused(Problem problem, @Nullable Throwable cause) {
        super(problem.getBody().getDetail(), cause);
        this.problem = problem;
    }

    static BodyRefused tooLarge(long limit) {
        return new BodyRefused(largeProblem(limit), null);
    }

    static Problem largeProblem(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "body: too large (expected: at most " + limit + " bytes)");
    }

    /** Nobody waits for what is left of it, so the connection is of no more use. */
    static BodyRefused tooSlow(@Nullable Throwable cause) {
        Problem problem =
                Problem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "body-too-slow",
                        "body: came too slowly (expected: at least "
                                + Pace.BYTES_A_SECOND
                                + " bytes a second)");
        problem.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return new BodyRefused(problem, cause);
    }
}
