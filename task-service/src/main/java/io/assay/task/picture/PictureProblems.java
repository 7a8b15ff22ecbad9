package io.assay.task.picture;

import io.assay.task.limit.LimitProblems;
import io.assay.task.limit.Slots;
import io.assay.task.picture.blob.BlobStoreUnavailable;
import io.assay.task.picture.file.PictureRefusal;
import io.assay.web.Problem;
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
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Problems about pictures. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PictureProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PictureProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(BlobStoreUnavailable failure) {
        LOG.atWarn().setCause(failure).log("the store of pictures did not answer");
        Problem problem =
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "A part of the system does not answer: try again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(FetchLinked.Busy full) {
        LOG.atDebug().setCause(full).log("too many pictures of other hosts at once");
        Problem problem =
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Many pictures of other hosts are fetched at the moment: try again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException failure) {
        Problem problem =
                Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "body: too large (expected: at most "
                                + failure.getMaxUploadSize()
                                + " bytes)");
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notMultipart(MultipartException failure) {
        LOG.atDebug().setCause(failure).log("a body in parts could not be read");
        Problem problem =
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-body",
                        "The body is not whole multipart/form-data, or has too many parts.");
        return ResponseEntity.badRequest().body(problem.getBody());
    }

    static Problem refused(PictureRefusal why) {
        return switch (why) {
            case PictureRefusal.NotAPicture _ ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-picture", why.detail());
            case PictureRefusal.TooManyPixels(var width, var height, _) ->
                    tooManyPixels(why, width, height);
            case PictureRefusal.SideTooLong(var width, var height, _) ->
                    tooManyPixels(why, width, height);
            case PictureRefusal.NameTaken(_, var ref) ->
                    Problem.of(HttpStatus.CONFLICT, "name-taken", why.detail()).with("ref", ref);
            case PictureRefusal.TooManyBytes _ ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", why.detail());
            case PictureRefusal.BadName _ ->
                    Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", why.detail());
            case PictureRefusal.UrlNotAllowed _ ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "url-not-allowed", why.detail());
            case PictureRefusal.FetchFailed _ ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "fetch-failed", why.detail());
        };
    }

    private static Problem tooManyPixels(PictureRefusal why, int width, int height) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-pixels", why.detail())
                .with("width", width)
                .with("height", height);
    }

    static Problem badSize(String size) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "size: " + size + " (expected: full, web or thumb)");
    }

    static Problem noFiles() {
        return Problem.of(
                HttpStatus.BAD_REQUEST, "malformed-body", "There is no file among the parts.");
    }

    static Problem notAnArchive() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-an-archive",
                "The bytes are no ZIP archive.");
    }

    static Problem otherUnderSameKey() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The key came before, with other files, folder or replace.");
    }

    static Problem busy(Slots.Grant none) {
        return LimitProblems.refused(none, PictureProblems::tooMany);
    }

    private static Problem tooMany(int most) {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-uploads",
                LimitProblems.tooMany("uploads", most));
    }

    static Problem uploadNotFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "upload-not-found", "There is no such upload for you.");
    }

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND, "picture-not-found", "There is no such picture for you.");
    }

    static Problem badLink() {
        return Problem.of(
                HttpStatus.FORBIDDEN, "bad-link", "The link has expired or was never given.");
    }
}
