package io.assay.assignment.project;

import io.assay.assignment.dispatch.RemainingBudget;
import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.QualificationRule;
import org.jspecify.annotations.Nullable;

/**
 * A project as this service needs it.
 *
 * @param left what of its budget may still be leased, in minor units, as last seen; negative if
 *     more was promised than there is now
 */
public record Project(ProjectChanged facts, long left) {

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

    public boolean admits(int tier) {
        return tier >= facts.tierRule().minTier();
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

    /** What there is to pay a worker of this tier. */
    public RemainingBudget remainingBudget(int tier) {
        return new RemainingBudget(left, complexity -> price(complexity, tier).minor());
    }

    public Money price(int complexityPermille, int tier) {
        return facts.rateCard().price(complexityPermille, tier);
    }
}
