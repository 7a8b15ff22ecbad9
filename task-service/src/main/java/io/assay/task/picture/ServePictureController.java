package io.assay.task.picture;

import io.assay.events.Ids;
import io.assay.task.picture.Originals.Original;
import io.assay.task.picture.blob.Blob;
import io.assay.task.picture.blob.LazyStream;
import io.assay.web.Caller;
import io.assay.web.SignedPictures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Shows pictures to those who have a link or brought them. */
@RestController
@RequestMapping("/v1/pictures")
@Tag(name = "Pictures", description = "Kept once by content")
class ServePictureController {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Renditions renditions;
    private final MongoPictures pictures;
    private final SignedPictures links;

    ServePictureController(Renditions renditions, MongoPictures pictures, SignedPictures links) {
        this.renditions = renditions;
        this.pictures = pictures;
        this.links = links;
    }

    @GetMapping("/{name}")
    @Operation(
            summary = "A picture's bytes",
            description =
                    "By signed link without a token, or by the token of who brought it. size=full"
                            + " (the default), web (at most 1,280 pixels a side, JPEG) or thumb (at"
                            + " most 256); a link serves every size: append &size=web to it. The"
                            + " coordinates of labels are those of the full picture, whose width and"
                            + " height the assignment has. Ranges are served, but of pictures in"
                            + " partners' buckets. 400 invalid-request, 403 bad-link, 404"
                            + " picture-not-found (also of a picture on another host that it does"
                            + " not give), 503 busy, unavailable.")
    @Nullable ResponseEntity<Resource> get(
            @Parameter(hidden = true) @Nullable Caller caller,
            @Parameter(hidden = true) ServletWebRequest request,
            @PathVariable String name,
            @RequestParam(defaultValue = "full") String size,
            @RequestParam(required = false) @Nullable Long exp,
            @RequestParam(required = false) @Nullable String sig)
            throws IOException {
        PictureSize wanted = PictureSize.of(size).orElseThrow(() -> PictureProblems.badSize(size));
        authorize(caller, name, exp, sig);
        String sha256 = hash(name);
        String etag = "\"" + tag(name) + "-" + wanted.label() + "\"";
        // this sets the header too
        if (request.checkNotModified(etag)) {
            return null;
        }
        return serve(renditions.find(sha256, wanted).orElseThrow(PictureProblems::notFound));
    }

    /** A worker's link does not name the picture, or its lease could be recognised by it. */
    private String hash(String name) {
        return SHA256.matcher(name).matches()
                ? name
                : links.nameIn(name).orElseThrow(PictureProblems::notFound);
    }

    /** The same for one link always, and like for like: a hash. */
    private static String tag(String name) {
        return SHA256.matcher(name).matches()
                ? name
                : Ids.sha256Hex(name.getBytes(StandardCharsets.UTF_8));
    }

    private void authorize(
            @Nullable Caller caller, String name, @Nullable Long exp, @Nullable String sig) {
        if (exp != null && sig != null) {
            if (!links.verify(name, exp, sig)) {
                throw PictureProblems.badLink();
            }
        } else if (caller == null || !pictures.isOwned(name, caller.id())) {
            throw PictureProblems.notFound();
        }
    }

    /** The bytes never change under their hash, so whoever has them need never ask again. */
    private static ResponseEntity<Resource> serve(Original original) throws IOException {
        Blob blob = original.blob();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(blob.contentType()))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .cacheControl(CacheControl.maxAge(FOREVER).cachePrivate().immutable());
        return original.repeatable()
                ? answer.body(new BlobResource(blob))
                : answer.contentLength(blob.size()).body(new InputStreamResource(blob.open()));
    }

    /** Ranges are read from where they begin. */
    private static final class BlobResource extends AbstractResource {

        private final Blob blob;

        BlobResource(Blob blob) {
            this.blob = blob;
        }

        @Override
        public InputStream getInputStream() {
            return new LazyStream(blob);
        }

        @Override
        public long contentLength() {
            return blob.size();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getDescription() {
            return "a picture";
        }
    }
}
