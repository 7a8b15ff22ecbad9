package io.assay.assignment.worker;

import static java.util.Objects.requireNonNull;

import io.assay.assignment.worker.ChangeWorkers.Outcome;
import io.assay.events.Tool;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workers apply; operations let them work or not. */
@RestController
@RequestMapping("/v1/workers")
@Tag(name = "Workers")
class WorkerController {

    /**
     * @param tiers by skill; 1 where absent
     * @param application what the person said of themselves; absent if it is forgotten
     */
    record WorkerView(
            String id,
            WorkerStatus status,
            Map<String, Integer> tiers,
            Instant appliedAt,
            @Nullable Application application) {

        static WorkerView of(Versioned<Worker> read, @Nullable Application application) {
            Worker worker = read.state();
            return new WorkerView(
                    read.id(),
                    worker.status(),
                    new TreeMap<>(worker.tiers()),
                    worker.appliedAt(),
                    application);
        }
    }

    /**
     * @param adult that one is 18 or older
     * @param residence ISO 3166, two capital letters
     * @param languages 1 to 10 codes, such as {@code hi}
     * @param abilities kinds of work that one can do
     * @param phone with the country's code; not kept, but for a hash that tells persons apart
     */
    record ApplicationBody(
            @Nullable Boolean adult,
            @Nullable String residence,
            @Nullable List<String> languages,
            @Nullable List<Tool> abilities,
            @Nullable String phone) {}

    private final ChangeWorkers changes;
    private final MongoWorkers workers;
    private final MongoApplications applications;

    WorkerController(ChangeWorkers changes, MongoWorkers workers, MongoApplications applications) {
        this.changes = changes;
        this.workers = workers;
        this.applications = applications;
    }

    @Operation(
            summary = "Applies as a worker",
            description =
                    "201 the first time, 200 from then on; applying again changes nothing. One person"
                            + " has one account, told by their phone number, of which a keyed hash"
                            + " alone is kept. Without a body nothing is said of oneself, as programs"
                            + " apply; operations then activate whom they know. Refused: 409"
                            + " already-applied, with another account; 422 invalid-application.")
    @PostMapping
    @PreAuthorize("hasRole('WORKER')")
    ResponseEntity<WorkerView> apply(
            @Parameter(hidden = true) Caller caller,
            @RequestBody(required = false) @Nullable ApplicationBody body) {
        return switch (body == null
                ? changes.apply(caller.id())
                : changes.apply(caller.id(), application(body), requireNonNull(body.phone()))) {
            case Outcome.Applied(Versioned<Worker> worker, boolean created) ->
                    (created
                                    ? ResponseEntity.created(URI.create("/v1/workers/me"))
                                    : ResponseEntity.ok())
                            .body(view(worker));
            case Outcome.AppliedBefore _ ->
                    throw Problem.of(
                            HttpStatus.CONFLICT,
                            "already-applied",
                            "Somebody with this phone number applied with another account: sign in"
                                    + " with that one.");
        };
    }

    private static Application application(ApplicationBody body) {
        ApplicationRules.fault(
                        body.adult(),
                        body.residence(),
                        body.languages(),
                        body.abilities(),
                        body.phone())
                .ifPresent(
                        fault -> {
                            throw Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid-application", fault);
                        });
        return new Application(
                requireNonNull(body.residence()),
                requireNonNull(body.languages()),
                requireNonNull(body.abilities()));
    }

    @Operation(
            summary = "Forgets what I said when I applied",
            description =
                    "Labels and tiers stay. Part of deleting an account: the gateway asks for it then.")
    @DeleteMapping("/me/application")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('WORKER')")
    void forget(@Parameter(hidden = true) Caller caller) {
        changes.forget(caller.id());
    }

    @Operation(summary = "Me as a worker", description = "Refused: 404 worker-not-found.")
    @GetMapping("/me")
    @PreAuthorize("hasRole('WORKER')")
    WorkerView me(@Parameter(hidden = true) Caller caller) {
        return one(caller.id());
    }

    @Operation(summary = "A worker", description = "Refused: 404 worker-not-found.")
    @GetMapping("/{id}")
    @PreAuthorize("hasRole('OPS')")
    WorkerView get(@PathVariable String id) {
        return one(id);
    }

    @Operation(summary = "All workers, by id")
    @GetMapping
    @PreAuthorize("hasRole('OPS')")
    Page<WorkerView> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        Page<Versioned<Worker>> page = Page.of(workers.page(cursor, size + 1), size, Versioned::id);
        Map<String, Application> said =
                applications.findAll(page.items().stream().map(Versioned::id).toList());
        return page.map(read -> WorkerView.of(read, said.get(read.id())));
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
        return changes.move(id, to).map(this::view).orElseThrow(WorkerController::notFound);
    }

    private WorkerView one(String id) {
        return workers.read(id).map(this::view).orElseThrow(WorkerController::notFound);
    }

    private WorkerView view(Versioned<Worker> read) {
        return WorkerView.of(read, applications.findAll(List.of(read.id())).get(read.id()));
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "worker-not-found", "There is no such worker.");
    }
}
