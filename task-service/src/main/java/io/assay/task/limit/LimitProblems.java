package io.assay.task.limit;

import io.assay.web.Problem;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Problems for callers for whom there is no room. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class LimitProblems {

    private static final Logger LOG = LoggerFactory.getLogger(LimitProblems.class);
    private static final int SOON = 5;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noRoom(MemoryUnavailable failure) {
        LOG.atWarn().addKeyValue("reason", failure.getMessage()).log("request put off");
        Problem problem = busy();
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(SOON))
                .body(problem.getBody());
    }

    /** A slot of those for exports, unless there is none. */
    public static Slots.Slot ofExports(Slots.Grant grant) {
        return switch (grant) {
            case Slots.Grant.Taken(var slot) -> slot;
            case Slots.Grant.CallerFull _, Slots.Grant.AllFull _ ->
                    throw refused(grant, LimitProblems::tooManyExports);
        };
    }

    private static Problem tooManyExports(int most) {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-exports", tooMany("exports", most));
    }

    /**
     * Why there is none.
     *
     * @param tooMany the problem of a caller who has as many as one may have
     */
    public static Problem refused(Slots.Grant grant, IntFunction<Problem> tooMany) {
        return grant instanceof Slots.Grant.CallerFull(int most)
                ? tooMany.apply(most).retryAfter(SOON)
                : busy();
    }

    /**
     * @param what of which, in the plural
     */
    public static String tooMany(String what, int most) {
        return "%s: %d of yours are at work (expected: at most %d at once); try again when one is over"
                .formatted(what, most, most);
    }

    private static Problem busy() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "As much as fits is at work here: try again.")
                .retryAfter(SOON);
    }
}
