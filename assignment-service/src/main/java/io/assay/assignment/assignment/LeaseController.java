package io.assay.assignment.assignment;

import io.assay.web.Caller;
import io.assay.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers ask for work. */
@RestController
@RequestMapping("/v1/leases")
@Tag(name = "Leases")
class LeaseController {

    /**
     * @param projectId any project if absent
     * @param max the project's batch size if absent, which is the most in any case
     */
    record Body(
            @Nullable @Size(max = 64) String projectId, @Nullable @Min(1) @Max(100) Integer max) {}

    record Leased(List<AssignmentView> assignments) {}

    private final Leasing leasing;
    private final AssignmentViews views;
    private final AssignmentMetrics metrics;

    LeaseController(Leasing leasing, AssignmentViews views, AssignmentMetrics metrics) {
        this.leasing = leasing;
        this.views = views;
        this.metrics = metrics;
    }

    @Operation(
            summary = "Takes the next batch of work",
            description =
                    "All of one project. An empty list means that there is no work at the moment."
                            + " Refused: 403 worker-not-found, worker-not-active; 404"
                            + " project-not-found; 409 project-paused, project-closed,"
                            + " budget-exhausted, holding-too-many, request-in-progress; 422"
                            + " idempotency-key-reused; 503 share-moving.")
    @PostMapping
    @PreAuthorize("hasRole('WORKER')")
    Leased lease(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @RequestBody(required = false) @Valid @Nullable Body body) {
        LeaseRequest request =
                body == null
                        ? new LeaseRequest(null, null)
                        : new LeaseRequest(body.projectId(), body.max());
        String id = key.value() == null ? null : key.idFor(caller, "lease");
        return switch (metrics.timed(() -> leasing.lease(caller.id(), request, id))) {
            case LeaseOutcome.Given(List<Assignment> given) ->
                    new Leased(given.stream().map(views::view).toList());
            case LeaseOutcome.Refused refused -> throw AssignmentProblems.of(refused);
        };
    }
}
