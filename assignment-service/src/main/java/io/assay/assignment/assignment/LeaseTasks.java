package io.assay.assignment.assignment;

import io.assay.assignment.assignment.LeaseRefusal.GuidelineNotAcknowledged;
import io.assay.assignment.assignment.LeaseRefusal.NoProject;
import io.assay.assignment.budget.Budgets;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.dispatch.LeaseAllowance;
import io.assay.assignment.dispatch.Pick;
import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.dispatch.WorkRequest;
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
final class LeaseTasks {

    /** How long a request waits for this instance's share to be rebuilt. */
    private static final Duration HANDOVER_TIMEOUT = Duration.ofSeconds(5);

    /** What is left of a budget may be less than the copy says, as other instances lease too. */
    private static final int MAX_BUDGET_ATTEMPTS = 5;

    /** Picks in a row of which none may be given, as the worker has seen their pictures. */
    private static final int MAX_PICK_ATTEMPTS = 10;

    private final MongoWorkers workers;
    private final Projects projects;
    private final LeasePolicy policy;
    private final Dispatch dispatch;
    private final HandoverLock handover;
    private final LeaseWriter writer;
    private final Budgets budgets;
    private final RandomGenerator random;
    private final Clock clock;

    LeaseTasks(
            MongoWorkers workers,
            Projects projects,
            LeasePolicy policy,
            Dispatch dispatch,
            HandoverLock handover,
            LeaseWriter writer,
            Budgets budgets,
            RandomGenerator random,
            Clock clock) {
        this.workers = workers;
        this.projects = projects;
        this.policy = policy;
        this.dispatch = dispatch;
        this.handover = handover;
        this.writer = writer;
        this.budgets = budgets;
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
        Optional<LeaseRefusal> refusal = refusal(workerId, worker.get(), request);
        if (refusal.isPresent()) {
            return new LeaseOutcome.Refused(refusal.get());
        }
        if (!handover.awaitReady(HANDOVER_TIMEOUT)) {
            return new LeaseOutcome.ShareMoving();
        }
        return handover.whileServing(() -> serve(workerId, worker.get(), request, key));
    }

    /** Once more if the copy of what is left of a budget was wrong. */
    private LeaseOutcome serve(
            String workerId, Worker worker, LeaseRequest request, @Nullable String key) {
        LeaseOutcome outcome = new LeaseOutcome.ShareEmpty();
        for (int i = 0; i < MAX_BUDGET_ATTEMPTS; i++) {
            Optional<Long> known = Optional.ofNullable(request.projectId()).map(this::left);
            outcome = attempt(workerId, worker, request, key);
            if (!(outcome instanceof LeaseOutcome.BudgetExhausted(String projectId))) {
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
        Function<String, Optional<LeaseAllowance>> allowances =
                id ->
                        projects.find(id)
                                .flatMap(
                                        p -> policy.allowance(workerId, worker, p, request.most()));
        for (int i = 0; i < MAX_PICK_ATTEMPTS; i++) {
            List<Pick> picks = take(workerId, request, allowances);
            if (picks.isEmpty()) {
                return nothing(workerId, worker, request, allowances);
            }
            Optional<LeaseOutcome> written = writer.write(workerId, worker, picks, request, key);
            if (written.isPresent()) {
                return written.get();
            }
        }
        return new LeaseOutcome.Given(List.of());
    }

    private List<Pick> take(
            String workerId,
            LeaseRequest request,
            Function<String, Optional<LeaseAllowance>> allowances) {
        WorkRequest workRequest = new WorkRequest(workerId, policy.maxHeld(), clock.instant());
        return request.projectId() == null
                ? dispatch.take(workRequest, allowances, random)
                : allowances
                        .apply(request.projectId())
                        .map(allowance -> dispatch.take(workRequest, allowance, random))
                        .orElse(List.of());
    }

    /**
     * Nothing is remembered of it under the request's key: there may be work when it is repeated.
     */
    private LeaseOutcome nothing(
            String workerId,
            Worker worker,
            LeaseRequest request,
            Function<String, Optional<LeaseAllowance>> allowances) {
        if (!handover.isReady()) {
            return new LeaseOutcome.ShareMoving();
        }
        String projectId = request.projectId();
        if (projectId == null) {
            Optional<LeaseRefusal> unread = unread(workerId, worker);
            if (unread.isPresent()) {
                return new LeaseOutcome.Refused(unread.get());
            }
        }
        Stream<String> asked =
                projectId == null ? projects.all().stream().map(Project::id) : Stream.of(projectId);
        if (asked.allMatch(id -> allowances.apply(id).isEmpty())) {
            return new LeaseOutcome.Given(List.of());
        }
        return projectId != null && isBudgetExhausted(workerId, worker, projectId)
                ? new LeaseOutcome.BudgetExhausted(projectId)
                : new LeaseOutcome.ShareEmpty();
    }

    /** Whether there are tasks for the worker, and none that what is left would pay for. */
    private boolean isBudgetExhausted(String workerId, Worker worker, String projectId) {
        return projects.find(projectId)
                .map(project -> availability(workerId, worker, project))
                .filter(
                        availability ->
                                !availability.available() && availability.beyondBudget() > 0)
                .isPresent();
    }

    private TaskAvailability availability(String workerId, Worker worker, Project project) {
        int tier = project.tier(worker);
        return dispatch.availability(project.id(), workerId, tier, project.remainingBudget(tier));
    }

    /** A project with work for the worker, who only has to read its guideline. */
    private Optional<LeaseRefusal> unread(String workerId, Worker worker) {
        return projects.all().stream()
                .sorted(Comparator.comparing(Project::id))
                .flatMap(
                        project ->
                                policy
                                        .refusal(workerId, worker, project)
                                        .filter(GuidelineNotAcknowledged.class::isInstance)
                                        .filter(
                                                _ ->
                                                        availability(workerId, worker, project)
                                                                .available())
                                        .stream())
                .findFirst();
    }

    private Optional<LeaseRefusal> refusal(String workerId, Worker worker, LeaseRequest request) {
        String projectId = request.projectId();
        return policy.refusal(workerId, worker)
                .or(
                        () ->
                                projectId == null
                                        ? Optional.empty()
                                        : refusal(workerId, worker, projectId));
    }

    private Optional<LeaseRefusal> refusal(String workerId, Worker worker, String projectId) {
        return projects.find(projectId)
                .map(project -> policy.refusal(workerId, worker, project))
                .orElse(Optional.of(new NoProject()));
    }
}
