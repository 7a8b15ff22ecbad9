package io.assay.task.picture;

import io.assay.task.picture.UploadPictures.SentFile;
import io.assay.task.picture.file.PictureRefusal;
import io.assay.web.Caller;
import io.assay.web.IdempotencyKey;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes many files at once and reports what became of each. */
@RestController
@RequestMapping("/v1/pictures/uploads")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Picture uploads", description = "Folders and archives, file by file")
class UploadController {

    private final UploadPictures upload;
    private final MongoUploads uploads;

    UploadController(UploadPictures upload, MongoUploads uploads) {
        this.upload = upload;
        this.uploads = uploads;
    }

    /**
     * An upload as far as it is.
     *
     * @param status running (or cut off: send it again), done or stopped
     * @param stored pictures that are new to you
     * @param known pictures that you had brought before
     * @param refused files that were not taken
     * @param skipped what systems leave in folders; not listed
     * @param reason of a stop: broken-archive, too-many-entries, archive-too-large, archive-bomb,
     *     or no-files if there is nothing in it that anybody meant to send
     */
    record UploadView(
            String id,
            String status,
            long stored,
            long known,
            long refused,
            long skipped,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static UploadView of(Upload upload) {
            return new UploadView(
                    upload.id(),
                    upload.status().name().toLowerCase(Locale.ROOT),
                    upload.stored(),
                    upload.known(),
                    upload.refused(),
                    upload.skipped(),
                    upload.reason(),
                    upload.startedAt(),
                    upload.finishedAt());
        }
    }

    /**
     * One file of an upload.
     *
     * @param number from 1
     * @param name what rows of an import may call it
     * @param outcome stored, known or refused
     * @param reason of a refusal: bad-name, name-taken, encrypted, nested-archive, not-a-picture,
     *     too-many-bytes or too-many-pixels
     */
    record EntryView(
            long number,
            String name,
            String outcome,
            @Nullable PictureView picture,
            @Nullable String reason) {
        static EntryView of(UploadEntry entry) {
            return new EntryView(
                    entry.number(),
                    entry.name(),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    entry.picture(),
                    entry.reason());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Uploads files: pictures and ZIP archives of pictures",
            description =
                    "At most 2 GB and 10,000 files. A file's name, folders included, is what rows"
                            + " of an import may call the picture; folder is put before each. Each is"
                            + " judged by its content as a single upload is; another picture of a name"
                            + " that is taken is refused unless replace. 400 malformed-body, 413"
                            + " body-too-large, 422 idempotency-key-reused, 429 too-many-uploads, 503"
                            + " busy, unavailable.")
    ResponseEntity<UploadView> files(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestParam(defaultValue = "") String folder,
            @Parameter(description = "whether a name may be given to another picture than before")
                    @RequestParam(defaultValue = "false")
                    boolean replace,
            MultipartHttpServletRequest request)
            throws IOException {
        List<SentFile> files =
                request.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .map(UploadController::sent)
                        .toList();
        if (files.isEmpty()) {
            throw PictureProblems.noFiles();
        }
        return created(upload.files(request(key, caller, folder, replace), files));
    }

    @PostMapping(consumes = "application/zip")
    @Operation(
            summary = "Uploads a ZIP archive of pictures",
            description =
                    "Unpacked as it arrives: at most 2 GB, 100,000 files, 8 GB unpacked, and not"
                            + " over 50 times its size. Archives within it are refused. If the archive"
                            + " goes wrong midway the upload is stopped; what came before stays. With"
                            + " an Idempotency-Key the same upload can be asked for while it is under"
                            + " way, and sent again after its end it is the same. 408 body-too-slow,"
                            + " 413 body-too-large, 422 not-an-archive, idempotency-key-reused, 429"
                            + " too-many-uploads, 503 busy, unavailable.")
    ResponseEntity<UploadView> archive(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestParam(defaultValue = "") String folder,
            @Parameter(description = "whether a name may be given to another picture than before")
                    @RequestParam(defaultValue = "false")
                    boolean replace,
            InputStream body)
            throws IOException {
        return created(upload.archive(request(key, caller, folder, replace), body));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an upload is", description = "404 upload-not-found.")
    UploadView get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return UploadView.of(owned(id, caller));
    }

    @GetMapping("/{id}/entries")
    @Operation(
            summary = "What became of each file of an upload, in order",
            description = "limit 1 to 200. 400 bad-limit, bad-cursor, 404 upload-not-found.")
    Page<EntryView> entries(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Upload owned = owned(id, caller);
        int size = Page.limit(limit);
        return Page.of(
                        uploads.entries(owned.id(), number(cursor), size + 1),
                        size,
                        entry -> Long.toString(entry.number()))
                .map(EntryView::of);
    }

    private static SentFile sent(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return new SentFile(name, file::getInputStream);
    }

    private static UploadPictures.Request request(
            IdempotencyKey key, Caller caller, String folder, boolean replace) {
        return new UploadPictures.Request(
                key.idFor(caller, "pictures"), caller.id(), checked(folder), replace);
    }

    private static String checked(String folder) {
        return folder.isEmpty()
                ? folder
                : PictureName.of(folder)
                        .orElseThrow(
                                () ->
                                        PictureProblems.refused(
                                                new PictureRefusal.BadName(
                                                        PictureName.MAX_LENGTH)));
    }

    private static ResponseEntity<UploadView> created(UploadPictures.Outcome outcome) {
        Upload upload =
                switch (outcome) {
                    case UploadPictures.Outcome.Taken(var taken) -> taken;
                    case UploadPictures.Outcome.NoArchive() -> throw PictureProblems.notAnArchive();
                    case UploadPictures.Outcome.OtherUnderSameKey() ->
                            throw PictureProblems.otherUnderSameKey();
                    case UploadPictures.Outcome.Busy(var none) -> throw PictureProblems.busy(none);
                };
        return ResponseEntity.created(URI.create("/v1/pictures/uploads/" + upload.id()))
                .body(UploadView.of(upload));
    }

    private Upload owned(String id, Caller caller) {
        return uploads.find(id)
                .filter(upload -> upload.ownerId().equals(caller.id()))
                .orElseThrow(PictureProblems::uploadNotFound);
    }

    private static long number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not from a page before");
        }
    }
}
