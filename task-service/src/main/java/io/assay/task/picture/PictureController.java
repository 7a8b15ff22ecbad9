package io.assay.task.picture;

import io.assay.web.Caller;
import io.assay.web.SignedUrls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads pictures and serves them. */
@RestController
@RequestMapping("/v1/pictures")
@Tag(name = "Pictures", description = "Uploads, kept once by content")
class PictureController {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration FOREVER = Duration.ofDays(365);

    private final StorePicture store;
    private final MongoPictures pictures;
    private final Blobs blobs;
    private final SignedUrls links;
    private final Clock clock;

    PictureController(
            StorePicture store,
            MongoPictures pictures,
            Blobs blobs,
            SignedUrls links,
            Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.blobs = blobs;
        this.links = links;
        this.clock = clock;
    }

    /**
     * An upload.
     *
     * @param ref what rows of an import name it by
     * @param width in pixels as shown, a camera's rotation applied
     */
    record PictureView(String ref, String contentType, int width, int height, long bytes) {
        static PictureView of(Picture picture) {
            return new PictureView(
                    picture.ref(),
                    picture.contentType(),
                    picture.width(),
                    picture.height(),
                    picture.bytes());
        }
    }

    @PostMapping
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Uploads a picture as raw bytes: JPEG, PNG or WebP, at most 20 MB",
            description =
                    "The same bytes again give the same reference. 413 body-too-large, "
                            + "422 not-a-picture, 422 too-many-pixels (over 100 million).")
    ResponseEntity<PictureView> upload(@Parameter(hidden = true) Caller caller, InputStream body)
            throws IOException {
        return switch (store.store(body, caller.id())) {
            case StorePicture.Outcome.Stored(var picture) ->
                    ResponseEntity.created(URI.create("/v1/pictures/" + picture.sha256()))
                            .body(PictureView.of(picture));
            case StorePicture.Outcome.NotAPicture() -> throw PictureProblems.notAPicture();
            case StorePicture.Outcome.TooManyPixels(var width, var height) ->
                    throw PictureProblems.tooManyPixels(width, height);
            case StorePicture.Outcome.TooManyBytes(var limit) ->
                    throw PictureProblems.tooManyBytes(limit);
        };
    }

    @GetMapping("/{sha256}")
    @Operation(
            summary = "A picture's bytes",
            description =
                    "By signed link without a token, or by the token of who uploaded it; ranges are "
                            + "served. 403 bad-link, 404 picture-not-found.")
    ResponseEntity<Resource> get(
            @Parameter(hidden = true) @Nullable Caller caller,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long exp,
            @RequestParam(required = false) @Nullable String sig)
            throws IOException {
        if (!SHA256.matcher(sha256).matches()) {
            throw PictureProblems.notFound();
        }
        authorize(caller, sha256, exp, sig);
        return serve(sha256, blobs.find(sha256).orElseThrow(PictureProblems::notFound));
    }

    private void authorize(
            @Nullable Caller caller, String sha256, @Nullable Long exp, @Nullable String sig) {
        if (exp != null && sig != null) {
            if (!links.verify("/v1/pictures/" + sha256, exp, sig, clock.instant())) {
                throw PictureProblems.badLink();
            }
        } else if (caller == null || !pictures.isOwned(sha256, caller.id())) {
            throw PictureProblems.notFound();
        }
    }

    /** The bytes never change under their hash, so whoever has them need never ask again. */
    private static ResponseEntity<Resource> serve(String sha256, Path file) throws IOException {
        return ResponseEntity.ok()
                .contentType(contentType(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(FOREVER).cachePrivate().immutable())
                .eTag("\"" + sha256 + "\"")
                .body(new FileSystemResource(file));
    }

    private static MediaType contentType(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PictureFormat.of(ByteBuffer.wrap(in.readNBytes(PictureFormat.PREFIX)))
                    .map(format -> MediaType.parseMediaType(format.contentType()))
                    .orElse(MediaType.APPLICATION_OCTET_STREAM);
        }
    }
}
