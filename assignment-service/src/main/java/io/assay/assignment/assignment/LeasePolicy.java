package io.assay.assignment.assignment;

import io.assay.assignment.assignment.LeaseRefusal.GuidelineNotAcknowledged;
import io.assay.assignment.assignment.LeaseRefusal.HoldingTooMany;
import io.assay.assignment.assignment.LeaseRefusal.NoProject;
import io.assay.assignment.assignment.LeaseRefusal.NotActive;
import io.assay.assignment.assignment.LeaseRefusal.ProjectClosed;
import io.assay.assignment.assignment.LeaseRefusal.ProjectPaused;
import io.assay.assignment.assignment.LeaseRefusal.TestNotPassed;
import io.assay.assignment.assignment.LeaseRefusal.TierTooLow;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.LeaseAllowance;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a worker may lease tasks of a project. The rules stand in the order in which a lease is
 * refused: leasing returns the first refusal, {@code GET /v1/work/why} all of them, and the list of
 * work has the projects from which none of them bars the worker.
 */
public final class LeasePolicy {

    /** Empty if the worker may lease, as far as this rule says. */
    private interface WorkerRule {
        Optional<LeaseRefusal> check(String workerId, Worker worker);
    }

    /** Empty if the worker may lease tasks of the project, as far as this rule says. */
    private interface ProjectRule {
        Optional<LeaseRefusal> check(String workerId, Worker worker, Project project);
    }

    private static final double EQUAL_SHARES = 1;

    private final List<WorkerRule> workerRules =
            List.of((_, worker) -> notActive(worker), (id, _) -> holdingTooMany(id));

    private final List<ProjectRule> projectRules =
            List.of(
                    (_, worker, project) -> tierTooLow(worker, project),
                    (_, _, project) -> notPublished(project),
                    (_, worker, project) -> testNotPassed(worker, project),
                    (_, worker, project) -> guidelineNotAcknowledged(worker, project),
                    (id, _, project) -> holdingTooMany(id, project));

    private final Dispatch dispatch;
    private final int maxBatches;
    private final int maxHeld;

    /**
     * @param maxBatches that one worker may hold of a project, in batch sizes of that project
     * @param maxHeld assignments that one worker may hold over all projects
     */
    LeasePolicy(Dispatch dispatch, int maxBatches, int maxHeld) {
        this.dispatch = dispatch;
        this.maxBatches = maxBatches;
        this.maxHeld = maxHeld;
    }

    /** What keeps the worker from all projects. */
    List<LeaseRefusal> refusals(String workerId, Worker worker) {
        return checked(workerId, worker).toList();
    }

    /** What keeps the worker from this project, beside what keeps them from all. */
    List<LeaseRefusal> refusals(String workerId, Worker worker, Project project) {
        return checked(workerId, worker, project).toList();
    }

    Optional<LeaseRefusal> refusal(String workerId, Worker worker) {
        return checked(workerId, worker).findFirst();
    }

    public Optional<LeaseRefusal> refusal(String workerId, Worker worker, Project project) {
        return checked(workerId, worker, project).findFirst();
    }

    /** A tutorial or a test asks for a part of what a lease does, as it leads to the rest. */
    public static Optional<LeaseRefusal> refusalOfTrial(Worker worker, Project project) {
        return notActive(worker).or(() -> guidelineNotAcknowledged(worker, project));
    }

    /** Whether the project is in the worker's list of work. */
    public boolean lists(String workerId, Worker worker, Project project) {
        return Stream.concat(checked(workerId, worker), checked(workerId, worker, project))
                .noneMatch(LeaseRefusal::bars);
    }

    /**
     * How the worker may be given tasks of the project; empty if a rule of the project refuses.
     *
     * @param max tasks in this batch; the project's batch size if null, and never more than that
     */
    Optional<LeaseAllowance> allowance(
            String workerId, Worker worker, Project project, @Nullable Integer max) {
        return refusal(workerId, worker, project).isPresent()
                ? Optional.empty()
                : Optional.of(allowance(worker, project, max));
    }

    private LeaseAllowance allowance(Worker worker, Project project, @Nullable Integer max) {
        int batch = project.facts().leaseRule().batchSize();
        int tier = project.tier(worker);
        return new LeaseAllowance(
                project.id(),
                tier,
                max == null ? batch : Math.min(max, batch),
                maxHeld(project),
                project.goldRate(worker),
                EQUAL_SHARES,
                project.remainingBudget(tier));
    }

    /** Assignments that one worker may hold over all projects. */
    int maxHeld() {
        return maxHeld;
    }

    private int maxHeld(Project project) {
        return maxBatches * project.facts().leaseRule().batchSize();
    }

    private Stream<LeaseRefusal> checked(String workerId, Worker worker) {
        return workerRules.stream().flatMap(rule -> rule.check(workerId, worker).stream());
    }

    private Stream<LeaseRefusal> checked(String workerId, Worker worker, Project project) {
        return projectRules.stream()
                .flatMap(rule -> rule.check(workerId, worker, project).stream());
    }

    private static Optional<LeaseRefusal> notActive(Worker worker) {
        return worker.active() ? Optional.empty() : Optional.of(new NotActive());
    }

    private Optional<LeaseRefusal> holdingTooMany(String workerId) {
        return holdingTooMany(dispatch.held(workerId), maxHeld);
    }

    private static Optional<LeaseRefusal> tierTooLow(Worker worker, Project project) {
        return project.isVisibleTo(worker)
                ? Optional.empty()
                : Optional.of(
                        new TierTooLow(project.tier(worker), project.facts().tierRule().minTier()));
    }

    private static Optional<LeaseRefusal> notPublished(Project project) {
        return switch (project.facts().status()) {
            case DRAFT -> Optional.of(new NoProject());
            case PAUSED -> Optional.of(new ProjectPaused());
            case CLOSED -> Optional.of(new ProjectClosed());
            case PUBLISHED -> Optional.empty();
        };
    }

    private static Optional<LeaseRefusal> testNotPassed(Worker worker, Project project) {
        return project.isPassedBy(worker)
                ? Optional.empty()
                : Optional.of(
                        new TestNotPassed(
                                project.id(),
                                worker.passedVersion(project.id()),
                                project.testedSince()));
    }

    private static Optional<LeaseRefusal> guidelineNotAcknowledged(Worker worker, Project project) {
        return worker.hasAcknowledged(project.id(), project.facts().guideline())
                ? Optional.empty()
                : Optional.of(
                        new GuidelineNotAcknowledged(
                                project.id(),
                                worker.acknowledgedVersion(project.id()),
                                project.facts().guideline().version()));
    }

    private Optional<LeaseRefusal> holdingTooMany(String workerId, Project project) {
        return holdingTooMany(dispatch.held(workerId, project.id()), maxHeld(project));
    }

    private static Optional<LeaseRefusal> holdingTooMany(int held, int limit) {
        return held < limit ? Optional.empty() : Optional.of(new HoldingTooMany(held, limit));
    }
}
