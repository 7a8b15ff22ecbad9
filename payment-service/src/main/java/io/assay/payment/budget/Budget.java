package io.assay.payment.budget;

import io.assay.events.BudgetChanged;
import io.assay.events.BudgetExhausted;
import io.assay.events.Event;
import io.assay.events.Money;
import io.assay.payment.ledger.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of a project's limit is left.
 *
 * @param reserved for labels leased and not yet judged; negative for a moment if a verdict was
 *     booked before its lease
 * @param spent what its workers have earned
 * @param released all that was reserved and given back unpaid, less what was paid after all to
 *     labels that were rejected first
 * @param exhausted true if nothing is left: what is leased from now on costs nothing
 */
record Budget(
        String projectId,
        String requesterId,
        Money limit,
        Money reserved,
        Money spent,
        Money released,
        boolean exhausted) {

    /**
     * Reads a budget off the project's accounts: what was put in and is neither there any more nor
     * reserved was spent.
     *
     * @param balances by account, in minor units of {@code currency}; absent counts as 0
     */
    static Budget of(
            String projectId, String requesterId, String currency, Map<AccountId, Long> balances) {
        long limit = -balances.getOrDefault(AccountId.funding(projectId), 0L);
        long released = balances.getOrDefault(AccountId.released(projectId), 0L);
        long left = balances.getOrDefault(AccountId.budget(projectId), 0L) + released;
        long reserved = balances.getOrDefault(AccountId.reserved(projectId), 0L);
        return new Budget(
                projectId,
                requesterId,
                new Money(limit, currency),
                new Money(reserved, currency),
                // The accounts are read one by one, so this may look negative in mid-batch.
                new Money(Math.max(0, limit - left - reserved), currency),
                new Money(released, currency),
                left <= 0);
    }

    /**
     * The events of this budget.
     *
     * @param before null if nothing was published yet
     * @return nothing if nothing changed
     */
    List<Event> eventsSince(@Nullable Budget before, Instant now) {
        if (equals(before)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(new BudgetChanged(projectId, limit, reserved, spent, exhausted, now, released));
        if (exhausted && (before == null || !before.exhausted)) {
            events.add(new BudgetExhausted(projectId, limit, reserved, spent, now));
        }
        return events;
    }
}
