package io.assay.review.freeze;

import io.assay.review.project.Freeze;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects whose verdicts are held, for operations. */
@RestController
@RequestMapping("/v1/ops/review-service/freezes")
@PreAuthorize("hasRole('OPS')")
@Tag(name = "freezes", description = "Projects with far more rejections than usual")
class FreezeController {
    private final MongoProjects projects;
    private final EndFreezes endFreezes;

    FreezeController(MongoProjects projects, EndFreezes endFreezes) {
        this.projects = projects;
        this.endFreezes = endFreezes;
    }

    @GetMapping
    @Operation(
            summary = "Projects whose verdicts, and so payments, are held",
            description = "With the evidence. In order of id; limit 1 to 200, cursor from before.")
    Page<FreezeView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(
                        projects.frozen(cursor == null ? "" : cursor, size + 1),
                        size,
                        ReviewedProject::projectId)
                .flatMap(FreezeView::of);
    }

    @PostMapping("/{projectId}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "A false alarm: publishes the held verdicts as they are",
            description = "No new alarm for an hour. 409 not-frozen.")
    void release(@PathVariable String projectId) {
        end(projectId, false);
    }

    @PostMapping("/{projectId}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "The rejections are wrong: accepts and pays what would be rejected",
            description =
                    "All that was handed in until now and has no verdict yet; it is not counted as"
                            + " agreeing. No new alarm for an hour. 409 not-frozen.")
    void confirm(@PathVariable String projectId) {
        end(projectId, true);
    }

    private void end(String projectId, boolean waived) {
        if (!endFreezes.end(projectId, waived)) {
            throw notFrozen();
        }
    }

    /** A project, and why it is frozen. */
    record FreezeView(String projectId, String name, Freeze freeze) {

        static Stream<FreezeView> of(ReviewedProject project) {
            return Stream.ofNullable(project.freezing().freeze())
                    .map(freeze -> new FreezeView(project.projectId(), project.name(), freeze));
        }
    }

    private static Problem notFrozen() {
        return Problem.of(
                HttpStatus.CONFLICT, "not-frozen", "This project's verdicts are not held.");
    }
}
