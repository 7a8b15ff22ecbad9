package io.assay.task.picture;

import io.assay.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes single pictures: sent, fetched from a link, or left in a partner's bucket. */
@RestController
@RequestMapping("/v1/pictures")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Pictures", description = "Kept once by content")
class PictureController {

    private static final int MAX_REFS = 100;
    private static final int MAX_URL = 2_048;

    private final StorePicture store;
    private final FetchPicture fetch;
    private final RegisterPictures register;

    PictureController(StorePicture store, FetchPicture fetch, RegisterPictures register) {
        this.store = store;
        this.fetch = fetch;
        this.register = register;
    }

    /**
     * Where to fetch a picture.
     *
     * @param url https, on a host that this installation allows; at most 2,048 characters
     * @param name to call it by, a relative path of at most 512 characters
     * @param replace whether the name may be given to another picture than before
     */
    record FetchBody(
            @NotNull @Size(max = MAX_URL) String url,
            @Nullable String name,
            @Nullable Boolean replace) {}

    /**
     * Pictures to be registered where they are.
     *
     * @param refs 1 to 100 of {@code s3://BUCKET/KEY}
     */
    record RegistrationBody(
            @NotNull @Size(min = 1, max = MAX_REFS)
                    List<@NotNull @Size(max = MAX_URL) String> refs) {}

    /** What became of each, in order. */
    record RegistrationView(List<RegisterPictures.Registration> pictures) {}

    @PostMapping
    @Operation(
            summary = "Uploads a picture as raw bytes: JPEG, PNG or WebP, at most 20 MB",
            description =
                    "What it is follows from its content alone. It is kept upright and without"
                            + " metadata; of an animation the first picture. The same picture again"
                            + " gives the same reference. 400 invalid-request (name), 408"
                            + " body-too-slow, 409 name-taken, 413 body-too-large, 422 not-a-picture,"
                            + " 422 too-many-pixels (over 100 million; 40 if progressive or WebP; fewer"
                            + " if it has to be turned and memory is short; over 65,535 a side), 503"
                            + " busy, unavailable.")
    ResponseEntity<PictureView> upload(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String name,
            @Parameter(description = "whether the name may be given to another picture than before")
                    @RequestParam(defaultValue = "false")
                    boolean replace,
            InputStream body)
            throws IOException {
        return created(store.store(body, caller.id(), name, replace));
    }

    @PostMapping("/fetches")
    @Operation(
            summary = "Fetches a picture from a link",
            description =
                    "Only over https, from hosts that this installation allows, never from private"
                            + " addresses; up to 3 redirects, each under the same rules; 20 MB in 30 s."
                            + " Answers and refuses as an upload; also 422 url-not-allowed, 422"
                            + " fetch-failed.")
    ResponseEntity<PictureView> fetch(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody FetchBody body)
            throws IOException {
        boolean replace = Boolean.TRUE.equals(body.replace());
        return created(fetch.fetch(body.url(), caller.id(), body.name(), replace));
    }

    @PostMapping("/registrations")
    @Operation(
            summary = "Registers pictures in a partner's bucket without copying them",
            description =
                    "Reads the beginning of each. Rows of an import name them by the same s3://"
                            + " address. A picture that changes there is another one, to be registered"
                            + " again. Each is answered for itself: ref, or reason (not-allowed,"
                            + " not-found, unreachable, too-many-bytes, not-a-picture,"
                            + " too-many-pixels).")
    RegistrationView register(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody RegistrationBody body)
            throws IOException {
        return new RegistrationView(register.register(body.refs(), caller.id()));
    }

    private static ResponseEntity<PictureView> created(StorePicture.Outcome outcome) {
        return switch (outcome) {
            case StorePicture.Outcome.Stored(var picture, _) ->
                    ResponseEntity.created(URI.create("/v1/pictures/" + picture.sha256()))
                            .body(PictureView.of(picture));
            case StorePicture.Outcome.Refused(var why) -> throw PictureProblems.refused(why);
        };
    }
}
