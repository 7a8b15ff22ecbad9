package io.assay.task.picture;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** How refusals about pictures are told. */
final class PictureProblems {

    private PictureProblems() {}

    static Problem notAPicture() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-a-picture",
                "The bytes are not a whole JPEG, PNG or WebP picture.");
    }

    static Problem tooManyPixels(int width, int height) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-pixels",
                        "size: %d x %d (expected: at most %,d pixels, %,d if progressive or WebP)"
                                .formatted(
                                        width,
                                        height,
                                        PictureChecks.MAX_PIXELS,
                                        PictureChecks.MAX_PROGRESSIVE_PIXELS))
                .with("width", width)
                .with("height", height);
    }

    static Problem tooManyBytes(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "body: too large (expected: at most " + limit + " bytes)");
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
