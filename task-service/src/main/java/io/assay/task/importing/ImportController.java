package io.assay.task.importing;

import io.assay.task.project.MongoProjects;
import io.assay.task.project.Project;
import io.assay.task.project.ProjectProblems;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports of tasks. */
@RestController
@RequestMapping("/v1/projects/{projectId}/imports")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Imports", description = "Rows to tasks, each exactly once")
class ImportController {

    private final MongoProjects projects;
    private final ImportRows importRows;
    private final MongoImports imports;

    ImportController(MongoProjects projects, ImportRows importRows, MongoImports imports) {
        this.projects = projects;
        this.importRows = importRows;
        this.imports = imports;
    }

    /**
     * An import as it is read.
     *
     * @param rows judged so far
     * @param duplicates rows whose task was there already: no error
     * @param rejected rows with an error, of which the first 10,000 are listed under {@code errors}
     */
    record ImportView(
            String id,
            String projectId,
            ImportStatus status,
            long rows,
            long created,
            long duplicates,
            long rejected,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static ImportView of(ImportJob job) {
            return new ImportView(
                    job.id(),
                    job.projectId(),
                    job.status(),
                    job.rows(),
                    job.created(),
                    job.duplicates(),
                    job.rejected(),
                    job.reason(),
                    job.startedAt(),
                    job.finishedAt());
        }
    }

    @PostMapping(consumes = "application/x-ndjson")
    @Operation(
            summary = "Imports rows, one JSON object a line",
            description =
                    "Read as it arrives; lines of at most 65,536 bytes, 200 MB in all. A bad row is "
                            + "rejected with its reason and stops no other. A row sent again is a "
                            + "duplicate, no error; so an import that was cut off is completed by sending "
                            + "it again. 409 project-status unless published or paused, 409 "
                            + "import-running, 413 body-too-large, 422 idempotency-key-reused, "
                            + "429 too-many-imports.")
    ResponseEntity<ImportView> start(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @PathVariable String projectId,
            InputStream body)
            throws IOException {
        Project project = owned(projectId, caller);
        if (!project.takesTasks()) {
            throw ProjectProblems.wrongStatus(project.status());
        }
        ImportJob job =
                read(importRows.run(key.idFor(caller, "import " + projectId), project, body));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/projects/" + projectId + "/imports/" + job.id()))
                .body(ImportView.of(job));
    }

    private static ImportJob read(ImportRows.Outcome outcome) {
        return switch (outcome) {
            case ImportRows.Outcome.Read(var job) -> job;
            case ImportRows.Outcome.TooLong(var job) -> throw ImportProblems.tooLong(job);
            case ImportRows.Outcome.Running(var job) -> throw ImportProblems.running(job);
            case ImportRows.Outcome.OtherUnderSameKey() ->
                    throw ProjectProblems.otherUnderSameKey();
            case ImportRows.Outcome.Busy() -> throw ImportProblems.busy();
        };
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
        Project project = owned(projectId, caller);
        int size = Page.limit(limit);
        List<ImportView> page =
                imports.page(project.projectId(), cursor, size).stream()
                        .map(ImportView::of)
                        .toList();
        return new Page<>(page, page.size() < size ? null : page.getLast().id());
    }

    @GetMapping("/{jobId}")
    @Operation(
            summary = "How far an import is",
            description = "running, done or failed. 404 project-not-found, import-not-found.")
    ImportView get(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId) {
        return ImportView.of(job(projectId, jobId, caller));
    }

    @GetMapping("/{jobId}/errors")
    @Operation(
            summary = "The bad rows of an import, in their order",
            description =
                    "Row number from 1, field and reason; the first 10,000 are kept. limit 1 to 200. "
                            + "404 project-not-found, import-not-found.")
    Page<RowError> errors(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ImportJob job = job(projectId, jobId, caller);
        int size = Page.limit(limit);
        List<RowError> page = imports.errors(job.id(), row(cursor), size);
        return new Page<>(page, page.size() < size ? null : Long.toString(page.getLast().row()));
    }

    private static long row(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not from a page before");
        }
    }

    private ImportJob job(String projectId, String jobId, Caller caller) {
        Project project = owned(projectId, caller);
        return imports.find(jobId)
                .filter(job -> job.projectId().equals(project.projectId()))
                .orElseThrow(ImportProblems::notFound);
    }

    private Project owned(String projectId, Caller caller) {
        return projects.owned(projectId, caller).orElseThrow(ProjectProblems::notFound).state();
    }
}
