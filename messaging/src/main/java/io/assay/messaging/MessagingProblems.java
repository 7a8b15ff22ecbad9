package io.assay.messaging;

import io.assay.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What no controller caught of aggregates and their events. */
@RestControllerAdvice
@Order(0)
final class MessagingProblems {

    private static final Logger log = LoggerFactory.getLogger(MessagingProblems.class);

    @ExceptionHandler(StaleVersion.class)
    ResponseEntity<ProblemDetail> staleVersion() {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "It was changed in the meantime: read it again.")
                .response();
    }

    @ExceptionHandler(AlreadyExists.class)
    ResponseEntity<ProblemDetail> alreadyExists() {
        return Problem.of(HttpStatus.CONFLICT, "already-exists", "It exists already.").response();
    }

    @ExceptionHandler(PublishFailed.class)
    ResponseEntity<ProblemDetail> unavailable(PublishFailed failure) {
        log.atWarn().setCause(failure).log("an engine did not answer");
        return Problem.unavailable("A part of the system does not answer: try again.").response();
    }

    @ExceptionHandler({EventTooLarge.class, PublishRefused.class})
    ResponseEntity<ProblemDetail> notPublishable(RuntimeException failure) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-publishable",
                        String.valueOf(failure.getMessage()))
                .response();
    }
}
