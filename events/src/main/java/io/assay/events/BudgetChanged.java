package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a project's budget; the newest sequence wins.
 *
 * @param reserved for labels leased and not yet judged
 * @param exhausted true if nothing is left: what is leased from now on costs nothing
 * @param released all that was reserved and given back unpaid so far, less what was paid after all
 *     to labels that were rejected first: limit + released is the most that may ever have been
 *     reserved
 */
public record BudgetChanged(
        String projectId,
        Money limit,
        Money reserved,
        Money spent,
        boolean exhausted,
        Instant changedAt,
        @Nullable Money released)
        implements Event {

    @Override
    public String key() {
        return projectId;
    }
}
