package io.assay.gateway.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** What goes wrong in the gateway's own endpoints, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeDown(DataAccessException failure) {
        log.warn("the document store does not answer", failure);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(
                        Problems.problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "A part of the system does not answer: try again."));
    }

    /** What has begun can only be broken off; else nothing of it is told. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenOff(BrokenOff failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        log.warn("{}", failure.getMessage());
        String requestId = response.getHeader(RequestIdFilter.HEADER);
        response.reset();
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .header(RequestIdFilter.HEADER, requestId)
                .body(
                        Problems.problem(
                                HttpStatus.BAD_GATEWAY,
                                "service-failure",
                                "A service broke off; the request may have worked."));
    }

    /** What has begun can only be broken off; what is security's is left to its filters. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(
            RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            throw failure;
        }
        log.error("request failed", failure);
        return ResponseEntity.internalServerError()
                .body(
                        Problems.problem(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "internal-error",
                                "This is our fault. Tell support the X-Request-Id."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Long limit = BodyLimitFilter.exceeded(((ServletWebRequest) request).getRequest());
        ProblemDetail problem =
                limit == null
                        ? Problems.problem(
                                HttpStatus.BAD_REQUEST, "malformed-body", reason(failure))
                        : BodyTooLarge.problem(limit);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** The first line says what was wrong; the rest would name our classes. */
    private static String reason(HttpMessageNotReadableException failure) {
        String message =
                failure.getCause() instanceof JacksonException malformed
                        ? malformed.getOriginalMessage()
                        : null;
        return message == null
                ? "The body is not JSON of the expected form."
                : message.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\(class [^)]*\\)", "")
                        .replaceAll(" of type `io\\.assay[^`]*`", "")
                        .strip();
    }
}
