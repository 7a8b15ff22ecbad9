package io.assay.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what no controller caught into problems; nothing internal leaks. */
@RestControllerAdvice
@Order
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure) {
        log.atWarn().setCause(failure).log("an engine did not answer");
        return Problem.unavailable("A part of the system does not answer: try again.").response();
    }

    /** What has begun can only be broken off; what is security's is left to its filters. */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> unexpected(
            RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            throw failure;
        }
        BodyRefused refused = cause(failure, BodyRefused.class);
        if (refused != null) {
            return refused(refused);
        }
        String incident = UUID.randomUUID().toString();
        log.atError().addKeyValue("incident", incident).setCause(failure).log("request failed");
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "This is our fault. Tell support the incident's id.")
                .with("incident", incident)
                .response();
    }

    @ExceptionHandler(BodyRefused.class)
    ResponseEntity<ProblemDetail> refused(BodyRefused failure) {
        return failure.problem.response();
    }

    /**
     * What was packed ends before it is whole. Spring would take this for a caller who hung up, and
     * answer 200 without a word.
     */
    @ExceptionHandler(EOFException.class)
    ResponseEntity<ProblemDetail> tooShort() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-body",
                        "body: ends too early (expected: all of it)")
                .response();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        BodyRefused refused = cause(failure, BodyRefused.class);
        if (refused != null) {
            return object(refused.problem);
        }
        JacksonException malformed = cause(failure, JacksonException.class);
        return object(
                malformed == null
                        ? malformed("The body is not readable.")
                        : malformed(reason(malformed)).with("pointer", pointer(malformed)));
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-body", detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> errors =
                failure.getBindingResult().getAllErrors().stream()
                        .map(
                                error ->
                                        Map.of(
                                                "field",
                                                error instanceof FieldError field
                                                        ? field.getField()
                                                        : error.getObjectName(),
                                                "reason",
                                                String.valueOf(error.getDefaultMessage())))
                        .toList();
        String detail =
                errors.stream()
                        .map(error -> error.get("field") + ": " + error.get("reason"))
                        .collect(Collectors.joining("; "));
        return object(invalid(detail).with("errors", errors));
    }

    /** Parameters that are missing or no such number get the same name as those out of range. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> response =
                super.handleExceptionInternal(failure, body, headers, status, request);
        if (!(failure instanceof Problem)
                && status.value() == HttpStatus.BAD_REQUEST.value()
                && response != null
                && response.getBody() instanceof ProblemDetail unnamed) {
            String detail = Objects.requireNonNullElse(unnamed.getDetail(), "a bad parameter");
            return object(invalid(detail));
        }
        return response;
    }

    private static String reason(JacksonException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return "unknown field: " + unknown.getPropertyName();
        }
        // the first line says what was wrong; the rest names our classes
        String message = malformed.getOriginalMessage();
        return message == null
                ? "not JSON of the expected form"
                : PlainWords.of(message.lines().findFirst().orElse(""));
    }

    private static String pointer(JacksonException malformed) {
        return malformed.getPath().stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getPropertyName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static Problem invalid(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", detail);
    }

    private static ResponseEntity<Object> object(Problem problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }
}
