package io.assay.task.importing;

import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The bad rows of an import. */
@RestController
@RequestMapping("/v1/projects/{projectId}/imports/{jobId}/errors")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Imports")
class ImportErrorController {

    private static final String WHICH =
            "Each with the line on which the row begins, from 1, its external id and field if"
                    + " known, and the reason. ";

    private final ImportAccess access;
    private final MongoImports imports;
    private final JsonMapper json;

    ImportErrorController(ImportAccess access, MongoImports imports, JsonMapper json) {
        this.access = access;
        this.imports = imports;
        this.json = json;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The bad rows of an import, in their order",
            description = WHICH + "limit 1 to 200. 404 project-not-found, import-not-found.")
    Page<RowError> page(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ImportJob job = access.job(projectId, jobId, caller);
        int size = Page.limit(limit);
        try (Stream<RowError> errors = imports.errors(job.id(), row(cursor))) {
            List<RowError> page = errors.limit(size).toList();
            return new Page<>(
                    page, page.size() < size ? null : Long.toString(page.getLast().row()));
        }
    }

    @GetMapping(produces = "text/csv")
    @Operation(
            summary = "All bad rows of an import as CSV",
            description =
                    WHICH
                            + "Columns row, externalId, field, reason. Texts that begin with = + - @"
                            + " have an apostrophe before them.")
    void csv(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            @Parameter(description = "texts as they are, for programs; a spreadsheet may run them")
                    @RequestParam(defaultValue = "false")
                    boolean plain,
            HttpServletResponse response)
            throws IOException {
        ImportJob job = access.job(projectId, jobId, caller);
        report(
                job,
                "csv",
                "text/csv;charset=UTF-8",
                response,
                errors -> ErrorReport.csv(errors, plain, response.getOutputStream()));
    }

    @GetMapping(produces = "application/x-ndjson")
    @Operation(
            summary = "All bad rows of an import as NDJSON",
            description = WHICH + "One JSON object a line.")
    void ndjson(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            HttpServletResponse response)
            throws IOException {
        ImportJob job = access.job(projectId, jobId, caller);
        report(
                job,
                "ndjson",
                "application/x-ndjson",
                response,
                errors ->
                        ErrorReport.ndjson(
                                errors, json::writeValueAsBytes, response.getOutputStream()));
    }

    @FunctionalInterface
    private interface Report {
        void write(Stream<RowError> errors) throws IOException;
    }

    private void report(
            ImportJob job,
            String extension,
            String contentType,
            HttpServletResponse response,
            Report report)
            throws IOException {
        response.setContentType(contentType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"import-errors-" + job.id() + "." + extension + "\"");
        try (Stream<RowError> errors = imports.errors(job.id(), 0)) {
            report.write(errors);
        }
    }

    /** Behind which a page begins. */
    static long row(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: not from a page before");
        }
    }
}
