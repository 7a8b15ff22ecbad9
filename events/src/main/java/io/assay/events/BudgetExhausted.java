package io.assay.events;

import java.time.Instant;

/** The budget of a project is used up: new leases stop, what is leased is still paid. */
public record BudgetExhausted(
        String projectId, Money limit, Money reserved, Money spent, Instant exhaustedAt)
        implements Event {

    @Override
    public String key() {
        return projectId;
    }
}
