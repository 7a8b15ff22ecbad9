package io.assay.events;

import java.time.Instant;

/** Nothing is left of a project's budget: new leases that cost stop, what is leased is paid. */
public record BudgetExhausted(
        String projectId, Money limit, Money reserved, Money spent, Instant exhaustedAt)
        implements Event {

    @Override
    public String key() {
        return projectId;
    }
}
