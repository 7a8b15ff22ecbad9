package io.assay.assignment.worker;

import io.assay.events.WorkerStatus;
import io.assay.messaging.Versioned;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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

/** Workers apply; operations let them work or not. */
@RestController
@RequestMapping("/v1/workers")
@Tag(name = "Workers")
class WorkerController {

    /**
     * @param tiers by skill; 1 where absent
     */
    record WorkerView(
            String id, WorkerStatus status, Map<String, Integer> tiers, Instant appliedAt) {

        static WorkerView of(Versioned<Worker> read) {
            Worker worker = read.state();
            return new WorkerView(
                    read.id(), worker.status(), new TreeMap<>(worker.tiers()), worker.appliedAt());
        }
    }

    private final ChangeWorkers changes;
    private final MongoWorkers workers;

    WorkerController(ChangeWorkers changes, MongoWorkers workers) {
        this.changes = changes;
        this.workers = workers;
    }

    @Operation(
            summary = "Applies as a worker",
            description = "201 the first time, 200 from then on.")
    @PostMapping
    @PreAuthorize("hasRole('WORKER')")
    ResponseEntity<WorkerView> apply(@Parameter(hidden = true) Caller caller) {
        ChangeWorkers.Applied applied = changes.apply(caller.id());
        return (applied.created()
                        ? ResponseEntity.created(URI.create("/v1/workers/me"))
                        : ResponseEntity.ok())
                .body(WorkerView.of(applied.worker()));
    }

    @Operation(summary = "Me as a worker", description = "Refused: 404 worker-not-found.")
    @GetMapping("/me")
    @PreAuthorize("hasRole('WORKER')")
    WorkerView me(@Parameter(hidden = true) Caller caller) {
        return workers.read(caller.id())
                .map(WorkerView::of)
                .orElseThrow(WorkerController::notFound);
    }

    @Operation(summary = "All workers, by id")
    @GetMapping
    @PreAuthorize("hasRole('OPS')")
    Page<WorkerView> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(workers.page(cursor, size + 1), size, Versioned::id).map(WorkerView::of);
    }

    @Operation(summary = "Lets a worker lease", description = "Refused: 404 worker-not-found.")
    @PostMapping("/{id}/activate")
    @PreAuthorize("hasRole('OPS')")
    WorkerView activate(@PathVariable String id) {
        return move(id, WorkerStatus.ACTIVE);
    }

    @Operation(
            summary = "Stops a worker from leasing",
            description = "What is leased may be finished. Refused: 404 worker-not-found.")
    @PostMapping("/{id}/suspend")
    @PreAuthorize("hasRole('OPS')")
    WorkerView suspend(@PathVariable String id) {
        return move(id, WorkerStatus.SUSPENDED);
    }

    private WorkerView move(String id, WorkerStatus to) {
        return changes.move(id, to).map(WorkerView::of).orElseThrow(WorkerController::notFound);
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "worker-not-found", "There is no such worker.");
    }
}
