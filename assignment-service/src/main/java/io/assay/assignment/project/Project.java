package io.assay.assignment.project;

import io.assay.assignment.dispatch.RemainingBudget;
import io.assay.assignment.worker.Worker;
import io.assay.events.ApplicationRule;
import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.QualificationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project as this service needs it.
 *
 * @param left what of its budget may still be leased, in minor units, as last seen; negative if
 *     more was promised than there is now
 */
public record Project(ProjectChanged facts, long left) {

    /** The complexity of an ordinary picture, in thousandths. */
    public static final int ORDINARY_PERMILLE = 1_000;

    /** With nothing of its budget promised yet. */
    public Project(ProjectChanged facts) {
        this(facts, facts.budget().minor());
    }

    public String id() {
        return facts.projectId();
    }

    public boolean leasable() {
        return facts.status() == ProjectStatus.PUBLISHED;
    }

    public String skill() {
        return facts.tierRule().skill();
    }

    /** The oldest version of the guideline under which a passed test counts; 0 without a test. */
    public int testedSince() {
        QualificationRule rule = qualification();
        return rule == null ? 0 : rule.since(facts.guideline());
    }

    /** The test to pass; null if there is none. */
    public @Nullable QualificationRule qualification() {
        return facts.tierRule().qualification();
    }

    /** Whether the worker has passed the test; true where there is none. */
    public boolean isPassedBy(Worker worker) {
        return worker.passedVersion(id()) >= testedSince();
    }

    /** The tier at which the worker works on the project: a passed test lifts it to the lowest. */
    public int tier(Worker worker) {
        return qualification() != null && isPassedBy(worker)
                ? tierOncePassed(worker)
                : worker.tier(skill(), facts.requesterId());
    }

    /** What {@link #tier} is, or would be with the test passed. */
    public int tierOncePassed(Worker worker) {
        return Math.max(worker.tier(skill(), facts.requesterId()), facts.tierRule().minTier());
    }

    /** When it takes workers who are new to it; null if always. */
    public @Nullable ApplicationRule applications() {
        return facts.applications();
    }

    /** Whether the worker was taken: they have read the guideline before, or passed the test. */
    public boolean isKnownTo(Worker worker) {
        return worker.acknowledgedVersion(id()) > 0 || worker.passedVersion(id()) > 0;
    }

    /** Whether the worker could begin to work on it then, if there are places left. */
    public boolean takes(Worker worker, Instant now) {
        ApplicationRule rule = applications();
        return rule == null || isKnownTo(worker) || rule.isOpen(now);
    }

    /** Whether the worker may know of the project: by tier, or as they can take its test. */
    public boolean isVisibleTo(Worker worker) {
        return qualification() != null
                || worker.tier(skill(), facts.requesterId()) >= facts.tierRule().minTier();
    }

    /** The share of gold among the worker's tasks, 0 to 0.5. */
    public double goldRate(Worker worker) {
        return facts.goldRate(worker.goldNeed(skill(), facts.requesterId()));
    }

    /** What there is to pay a worker of this tier. */
    public RemainingBudget remainingBudget(int tier) {
        return new RemainingBudget(left, complexity -> price(complexity, tier).minor());
    }

    /** Of an ordinary picture. */
    public Money ordinaryPrice(int tier) {
        return price(ORDINARY_PERMILLE, tier);
    }

    public Money price(int complexityPermille, int tier) {
        return facts.rateCard().price(complexityPermille, tier);
    }
}
