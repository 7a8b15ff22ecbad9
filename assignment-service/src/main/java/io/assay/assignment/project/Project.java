package io.assay.assignment.project;

import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;

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

    public Money price(int complexityPermille, int tier) {
        return facts.rateCard().price(complexityPermille, tier);
    }
}
