package io.assay.task.importing;

import io.assay.web.Caller;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was passed over in rows of an import that were taken. */
@RestController
@RequestMapping("/v1/projects/{projectId}/imports/{jobId}/notes")
@PreAuthorize("hasRole('REQUESTER')")
@Tag(name = "Imports")
class ImportNoteController {

    private final ImportAccess access;
    private final MongoImports imports;

    ImportNoteController(ImportAccess access, MongoImports imports) {
        this.access = access;
        this.imports = imports;
    }

    @GetMapping
    @Operation(
            summary = "What an import passed over in rows that it took, in their order",
            description =
                    "Such as parts of objects, or shares of certainty. A page ends with a whole row,"
                            + " so it may be longer. limit 1 to 200. 404 project-not-found,"
                            + " import-not-found.")
    Page<RowNote> page(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String projectId,
            @PathVariable String jobId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ImportJob job = access.job(projectId, jobId, caller);
        int size = Page.limit(limit);
        List<RowNote> page = imports.notes(job.id(), ImportErrorController.row(cursor), size);
        return new Page<>(page, page.size() < size ? null : Long.toString(page.getLast().row()));
    }
}
