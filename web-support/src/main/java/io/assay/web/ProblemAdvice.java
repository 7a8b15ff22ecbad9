package io.assay.web;

import com.mongodb.MongoException;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.EventTooLarge;
import io.assay.messaging.PublishFailed;
import io.assay.messaging.PublishRefused;
import io.assay.messaging.StaleVersion;
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

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(StaleVersion.class)
    ResponseEntity<ProblemDetail> staleVersion() {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "It was changed in the meantime: read it again.");
    }

    @ExceptionHandler(AlreadyExists.class)
    ResponseEntity<ProblemDetail> alreadyExists() {
        return problem(HttpStatus.CONFLICT, "already-exists", "It exists already.");
    }

    @ExceptionHandler({DataAccessException.class, MongoException.class, PublishFailed.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure) {
        LOG.atWarn().setCause(failure).log("an engine did not answer");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(
                        Problem.detail(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "A part of the system does not answer: try again."));
    }

    @ExceptionHandler({EventTooLarge.class, PublishRefused.class})
    ResponseEntity<ProblemDetail> notPublishable(RuntimeException failure) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-publishable",
                String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
        if (failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            // left to the security filters, which tell 401 from 403
            throw failure;
        }
        BodyTooLarge tooLarge = cause(failure, BodyTooLarge.class);
        if (tooLarge != null) {
            return tooLarge(tooLarge);
        }
        if (cause(failure, BodyTooSlow.class) != null) {
            return tooSlow();
        }
        String incident = UUID.randomUUID().toString();
        LOG.atError().addKeyValue("incident", incident).setCause(failure).log("request failed");
        ProblemDetail body =
                Problem.detail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "This is our fault. Tell support the incident's id.");
        body.setProperty("incident", incident);
        return ResponseEntity.internalServerError().body(body);
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge failure) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                BodyLimitFilter.tooLarge(failure.limit));
    }

    /**
     * What was packed ends before it is whole. Spring would take this for a caller who hung up, and
     * answer 200 without a word.
     */
    @ExceptionHandler(EOFException.class)
    ResponseEntity<ProblemDetail> tooShort() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "malformed-body",
                "body: ends too early (expected: all of it)");
    }

    /** The connection is of no more use: what is left of the body is not waited for. */
    @ExceptionHandler(BodyTooSlow.class)
    ResponseEntity<ProblemDetail> tooSlow() {
        return ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT)
                .header(HttpHeaders.CONNECTION, "close")
                .body(
                        Problem.detail(
                                HttpStatus.REQUEST_TIMEOUT,
                                "body-too-slow",
                                "body: came too slowly (expected: at least "
                                        + Pace.BYTES_A_SECOND
                                        + " bytes a second)"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        BodyTooLarge tooLarge = cause(failure, BodyTooLarge.class);
        if (tooLarge != null) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(tooLarge(tooLarge).getBody());
        }
        if (cause(failure, BodyTooSlow.class) != null) {
            ResponseEntity<ProblemDetail> slow = tooSlow();
            return ResponseEntity.status(slow.getStatusCode())
                    .headers(slow.getHeaders())
                    .body(slow.getBody());
        }
        ProblemDetail body =
                Problem.detail(
                        HttpStatus.BAD_REQUEST, "malformed-body", "The body is not readable.");
        JacksonException malformed = cause(failure, JacksonException.class);
        if (malformed != null) {
            body.setDetail(reason(malformed));
            body.setProperty("pointer", pointer(malformed));
        }
        return ResponseEntity.badRequest().body(body);
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
        ProblemDetail body = Problem.detail(HttpStatus.BAD_REQUEST, "invalid-request", detail);
        body.setProperty("errors", errors);
        return ResponseEntity.badRequest().body(body);
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
            return ResponseEntity.badRequest()
                    .body(Problem.detail(HttpStatus.BAD_REQUEST, "invalid-request", detail));
        }
        return response;
    }

    private static String reason(JacksonException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return "unknown field: " + unknown.getPropertyName();
        }
        // the first line tells what was wrong; the rest names our classes
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

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String slug, String detail) {
        return ResponseEntity.status(status).body(Problem.detail(status, slug, detail));
    }
}
