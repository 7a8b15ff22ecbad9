package io.assay.events;

import java.time.Instant;

/**
 * The whole state of a project's budget; the newest sequence wins.
 *
 * @param reserved for labels leased and not yet judged
 * @param exhausted true if nothing more may be leased
 */
public record BudgetChanged(
        String projectId,
        Money limit,
        Money reserved,
        Money spent,
        boolean exhausted,
        Instant changedAt)
        implements Event {

    @Override
    public String key() {
        return projectId;
    }
}
