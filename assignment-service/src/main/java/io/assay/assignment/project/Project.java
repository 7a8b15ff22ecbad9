package io.assay.assignment.project;

import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.QualificationRule;
import org.jspecify.annotations.Nullable;

/**
 * A project as this service needs it.
 *
 * @param exhausted true if its budget allows no new lease
 */
public record Project(ProjectChanged facts, boolean exhausted) {

    public String id() {
        return facts.projectId();
    }

    public boolean leasable() {
        return facts.status() == ProjectStatus.PUBLISHED && !exhausted;
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

    public Money price(int complexityPermille, int tier) {
        return facts.rateCard().price(complexityPermille, tier);
    }
}
