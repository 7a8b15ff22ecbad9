package io.assay.task.importing;

import io.assay.task.project.Project;
import io.assay.web.Caller;
import io.assay.web.IdempotencyKey;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports of tasks. */
@RestController
@RequestMapping("/v1/projects/{projectId}/imports")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Imports", description = "Rows to tasks, each exactly once")
class ImportController {

    private final ImportAccess access;
    private final RunImports run;
    private final MongoImports imports;

    ImportController(ImportAccess access, RunImports run, MongoImports imports) {
        this.access = access;
        this.run = run;
        this.imports = imports;
    }

    @PostMapping
    @Operation(
            summary = "Imports a whole file",
            description =
                    "NDJSON (application/x-ndjson), one JSON object a line, or CSV (text/csv, RFC"
                            + " 4180) whose header names the same fields; UTF-8, Content-Encoding: gzip"
                            + " or none. Read as it arrives: rows of at most 65,536 bytes, 2 GB in all"
                            + " when unpacked. A bad row is rejected with its reason and stops no"
                            + " other. A row sent again is a duplicate, no error; one that says"
                            + " something else than its task is rejected. An import that was cut off is"
                            + " completed by sending it again with the same Idempotency-Key, or by PUT"
                            + " of the rest. In CSV an answer is JSON, a class id, or class ids with |"
                            + " between; an empty cell is an absent field; an apostrophe before = + - @"
                            + " is taken off. 409 project-status unless"
                            + " published or paused, 408 body-too-slow, 409 import-running, 409 import-over if"
                            + " cancelled, 413 body-too-large, 415 unknown-format, 422 unreadable-import, 422"
                            + " idempotency-key-reused, 429 too-many-imports, 503 busy.")
    ResponseEntity<ImportView> whole(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @PathVariable String projectId,
            @Parameter(
                            description =
                                    "ndjson or csv, if Content-Type does not say; coco, voc, yolo, cvat or"
                                            + " label-studio")
                    @RequestParam(required = false)
                    @Nullable String format,
            @Parameter(
                            description =
                                    "gold or prelabel: what the answers of such a file are to be. With"
                                            + " ndjson or csv the file is an export of results, which"
                                            + " comes in again so")
                    @RequestParam(required = false)
                    @Nullable String as,
            @Parameter(
                            description =
                                    "what comes before the file names that it gives: https://…/ or the"
                                            + " first part of the names of uploads; at most 512"
                                            + " characters")
                    @RequestParam(required = false)
                    @Nullable String pictures,
            @Parameter(description = "check everything, write nothing")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Project project = access.openProject(projectId, caller);
        ImportFormat known = format(format, request);
        AnnotationTerms annotations =
                known.isOfRows() && as == null ? null : ImportProblems.annotations(as, pictures);
        ImportTerms terms = new ImportTerms(known, annotations, dryRun, length(request), null);
        String id = key.idFor(caller, "import " + projectId);
        return accepted(run.whole(id, project, terms, body(request)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, params = "!format")
    @Operation(
            summary = "Opens an import whose rows follow in parts",
            description =
                    "Then PUT its rows. 409 project-status, 415 unknown-format, 422 "
                            + "idempotency-key-reused.")
    ResponseEntity<ImportView> open(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @PathVariable String projectId,
            @RequestBody ImportRequest request) {
        Project project = access.openProject(projectId, caller);
        String id = key.idFor(caller, "import " + projectId);
        return accepted(run.open(id, project, request.terms()));
    }

    @PutMapping("/{jobId}/rows")
    @Operation(
            summary = "Adds rows to an import",
            description =
                    "A part of the file from byte offset (as unpacked) on; each part may be packed"
                            + " by Content-Encoding: gzip of its own. What was taken before is passed"
                            + " over, so a part may be sent twice. A part may end in the middle of a"
                            + " row: the answer's nextOffset says where the next one begins, and so"
                            + " does the import after a break. last=true (the default) ends the file."
                            + " 400 invalid-request, 408 body-too-slow, 404 import-not-found, 409 import-gap with"
                            + " nextOffset, 409 import-running with Retry-After, 409 import-over, 409"
                            + " project-status, 413 body-too-large, 422 unreadable-import, 429"
                            + " too-many-imports, 503 busy.")
    ImportView part(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            @RequestParam(defaultValue = "0") long offset,
            @RequestParam(defaultValue = "true") boolean last,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        if (offset < 0) {
            throw ImportProblems.negative("offset", offset);
        }
        Project project = access.openProject(projectId, caller);
        ImportJob job = access.job(projectId, jobId, caller);
        return ImportView.of(
                ImportProblems.job(run.part(job, project, offset, last, body(request))));
    }

    @PostMapping("/{jobId}/cancel")
    @Operation(
            summary = "Ends an import early",
            description =
                    "Tasks made until then stay, and the import says how many. One at work ends"
                            + " within a batch of rows. Changes nothing if it is over. 404"
                            + " import-not-found.")
    ImportView cancel(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId) {
        return ImportView.of(run.cancel(access.job(projectId, jobId, caller)));
    }

    @GetMapping
    @Operation(
            summary = "Lists the imports of a project",
            description = "In order of id; limit 1 to 200. 404 project-not-found.")
    Page<ImportView> list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Project project = access.project(projectId, caller);
        int size = Page.limit(limit);
        List<ImportView> page =
                imports.page(project.projectId(), cursor, size).stream()
                        .map(ImportView::of)
                        .toList();
        return new Page<>(page, page.size() < size ? null : page.getLast().id());
    }

    @GetMapping("/{jobId}")
    @Operation(
            summary = "How far an import is, and from where to go on",
            description =
                    "open (waits for rows from nextOffset on), running, done, failed or cancelled;"
                            + " with its rate and, if the size is known, the seconds left. A row whose"
                            + " batch was at work when a process died may count as a duplicate later."
                            + " 404 project-not-found, import-not-found.")
    ImportView get(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId) {
        return ImportView.of(access.job(projectId, jobId, caller));
    }

    private static ResponseEntity<ImportView> accepted(ImportOutcome outcome) {
        ImportJob job = ImportProblems.job(outcome);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/projects/" + job.projectId() + "/imports/" + job.id()))
                .body(ImportView.of(job));
    }

    private static ImportFormat format(@Nullable String named, HttpServletRequest request) {
        String type = request.getContentType();
        return (named == null ? ImportFormat.ofMediaType(type) : ImportFormat.named(named))
                .orElseThrow(() -> ImportProblems.unknownFormat(named == null ? type : named));
    }

    private static @Nullable Long length(HttpServletRequest request) {
        boolean packed = request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
        long length = request.getContentLengthLong();
        return packed || length < 0 ? null : length;
    }

    private static ImportBody body(HttpServletRequest request) throws IOException {
        return new ImportBody(
                request.getInputStream(), request.getHeader(HttpHeaders.CONTENT_ENCODING));
    }
}
