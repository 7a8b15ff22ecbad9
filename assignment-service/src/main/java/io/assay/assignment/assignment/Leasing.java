package io.assay.assignment.assignment;

import io.assay.assignment.budget.Budgets;
import io.assay.assignment.dispatch.Ask;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.Gate;
import io.assay.assignment.dispatch.Offer;
import io.assay.assignment.dispatch.Pick;
import io.assay.assignment.dispatch.Standing;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a worker the next batch: taken from memory, written in one insert, answered. */
final class Leasing {

    /** How long a request waits for this instance's share to be rebuilt. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What is left of a budget may be less than was known, as others lease too. */
    private static final int ATTEMPTS = 5;

    /** Picks in a row of which none may be given, as the worker has seen their pictures. */
    private static final int MOST_PICKS = 10;

    private final MongoWorkers workers;
    private final Projects projects;
    private final Dispatch dispatch;
    private final Gate gate;
    private final LeaseWriter writer;
    private final Budgets budgets;
    private final LeaseLimits limits;
    private final RandomGenerator random;
    private final Clock clock;

    Leasing(
            MongoWorkers workers,
            Projects projects,
            Dispatch dispatch,
            Gate gate,
            LeaseWriter writer,
            Budgets budgets,
            LeaseLimits limits,
            RandomGenerator random,
            Clock clock) {
        this.workers = workers;
        this.projects = projects;
        this.dispatch = dispatch;
        this.gate = gate;
        this.writer = writer;
        this.budgets = budgets;
        this.limits = limits;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param key identity of the request, null if it may not be repeated
     */
    LeaseOutcome lease(String workerId, LeaseRequest request, @Nullable String key) {
        Optional<LeaseOutcome> before =
                key == null ? Optional.empty() : writer.repeat(key, request);
        return before.orElseGet(() -> leaseAnew(workerId, request, key));
    }

    private LeaseOutcome leaseAnew(String workerId, LeaseRequest request, @Nullable String key) {
        Optional<Worker> worker = workers.find(workerId);
        if (worker.isEmpty()) {
            return new LeaseOutcome.NoWorker();
        }
        LeaseOutcome.Refused refusal = refusal(workerId, worker.get(), request);
        if (refusal != null) {
            return refusal;
        }
        if (!gate.awaitSettled(PATIENCE)) {
            return new LeaseOutcome.Moving();
        }
        return gate.serving(() -> serve(workerId, worker.get(), request, key));
    }

    /** Once more if what is left of a budget was known wrongly. */
    private LeaseOutcome serve(
            String workerId, Worker worker, LeaseRequest request, @Nullable String key) {
        LeaseOutcome outcome = new LeaseOutcome.ShareEmpty();
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Long> known = Optional.ofNullable(request.projectId()).map(this::left);
            outcome = attempt(workerId, worker, request, key);
            if (!(outcome instanceof LeaseOutcome.TooDear(String projectId))) {
                return outcome;
            }
            long left = budgets.free(projectId).orElse(0);
            if (known.filter(Predicate.isEqual(left)).isPresent()) {
                return outcome;
            }
            projects.keepLeft(projectId, left);
        }
        return request.projectId() == null ? new LeaseOutcome.ShareEmpty() : outcome;
    }

    private long left(String projectId) {
        return projects.find(projectId).map(Project::left).orElse(0L);
    }

    private LeaseOutcome attempt(
            String workerId, Worker worker, LeaseRequest request, @Nullable String key) {
        Function<String, Optional<Offer>> offers =
                id -> projects.find(id).flatMap(p -> Offers.of(worker, p, request.most(), limits));
        for (int i = 0; i < MOST_PICKS; i++) {
            List<Pick> picks = take(workerId, request, offers);
            if (picks.isEmpty()) {
                return nothing(workerId, worker, request, offers);
            }
            Optional<LeaseOutcome> written = writer.write(workerId, worker, picks, request, key);
            if (written.isPresent()) {
                return written.get();
            }
        }
        return new LeaseOutcome.Given(List.of());
    }

    private List<Pick> take(
            String workerId, LeaseRequest request, Function<String, Optional<Offer>> offers) {
        Ask ask = new Ask(workerId, limits.overall(), clock.instant());
        return request.projectId() == null
                ? dispatch.take(ask, offers, random)
                : offers.apply(request.projectId())
                        .map(offer -> dispatch.take(ask, offer, random))
                        .orElse(List.of());
    }

    /**
     * Nothing is remembered of it under the request's key: there may be work when it is repeated.
     */
    private LeaseOutcome nothing(
            String workerId,
            Worker worker,
            LeaseRequest request,
            Function<String, Optional<Offer>> offers) {
        if (!gate.settled()) {
            return new LeaseOutcome.Moving();
        }
        if (request.projectId() == null) {
            Optional<Project> unread = unread(workerId, worker);
            if (unread.isPresent()) {
                return notAcknowledged(unread.get());
            }
        }
        Stream<String> asked =
                request.projectId() == null
                        ? projects.all().stream().map(Project::id)
                        : Stream.of(request.projectId());
        boolean room =
                asked.flatMap(id -> offers.apply(id).stream())
                        .anyMatch(o -> dispatch.held(workerId, o.projectId()) < o.cap());
        if (!room) {
            return new LeaseOutcome.Given(List.of());
        }
        String projectId = request.projectId();
        return projectId != null && isTooDear(workerId, worker, projectId)
                ? new LeaseOutcome.TooDear(projectId)
                : new LeaseOutcome.ShareEmpty();
    }

    /** Whether there are tasks for the worker, and none that what is left would pay for. */
    private boolean isTooDear(String workerId, Worker worker, String projectId) {
        return projects.find(projectId)
                .map(project -> standing(workerId, worker, project))
                .filter(standing -> !standing.some() && standing.tooDear() > 0)
                .isPresent();
    }

    private Standing standing(String workerId, Worker worker, Project project) {
        int tier = Admission.tier(worker, project);
        return dispatch.standing(project.id(), workerId, tier, project.purse(tier));
    }

    /** A project with work for the worker, who only has to read its guideline. */
    private Optional<Project> unread(String workerId, Worker worker) {
        return projects.all().stream()
                .filter(p -> p.leasable() && Admission.isAdmitted(worker, p))
                .filter(p -> !worker.knows(p.id(), p.facts().guideline()))
                .filter(p -> standing(workerId, worker, p).some())
                .min(Comparator.comparing(Project::id));
    }

    private static LeaseOutcome.Refused notAcknowledged(Project project) {
        return new LeaseOutcome.NotAcknowledged(
                project.id(), project.facts().guideline().version());
    }

    private LeaseOutcome.@Nullable Refused refusal(
            String workerId, Worker worker, LeaseRequest request) {
        if (!worker.active()) {
            return new LeaseOutcome.NotActive();
        }
        int held = dispatch.held(workerId);
        if (held >= limits.overall()) {
            return new LeaseOutcome.HoldingTooMany(held, limits.overall());
        }
        String projectId = request.projectId();
        return projectId == null ? null : refusal(workerId, worker, projectId);
    }

    private LeaseOutcome.@Nullable Refused refusal(
            String workerId, Worker worker, String projectId) {
        Project project = projects.find(projectId).orElse(null);
        if (project == null || !Admission.isOpen(worker, project)) {
            return new LeaseOutcome.NoProject();
        }
        return switch (project.facts().status()) {
            case DRAFT -> new LeaseOutcome.NoProject();
            case PAUSED -> new LeaseOutcome.ProjectPaused();
            case CLOSED -> new LeaseOutcome.ProjectClosed();
            case PUBLISHED -> refusal(workerId, worker, project);
        };
    }

    private LeaseOutcome.@Nullable Refused refusal(
            String workerId, Worker worker, Project project) {
        if (!Admission.isQualified(worker, project)) {
            return new LeaseOutcome.NotQualified(project.id());
        }
        if (!worker.knows(project.id(), project.facts().guideline())) {
            return notAcknowledged(project);
        }
        int held = dispatch.held(workerId, project.id());
        int cap = Offers.cap(project, limits);
        return held >= cap ? new LeaseOutcome.HoldingTooMany(held, cap) : null;
    }
}
