package io.assay.assignment.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Sets money apart for leases before they are written, and settles that after. Whoever dies between
 * the two leaves a hold, which any instance settles by what became of its leases.
 */
public final class Budgets {

    /** Much longer than it takes to write leases; too short does no harm. */
    private static final Duration HOLD_TIMEOUT = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final BudgetStore store;

    public Budgets(BudgetStore store) {
        this.store = store;
    }

    /**
     * True if the leases may be written. What costs nothing needs nothing.
     *
     * @return what is free after that; empty if it is not enough
     */
    public OptionalLong take(Hold hold) {
        return store.take(hold);
    }

    /**
     * Ends a hold.
     *
     * @param leased the assignments that were written for it
     */
    public void settle(Hold hold, Set<String> leased) {
        store.end(hold, hold.without(leased));
    }

    /**
     * Settles what was left behind.
     *
     * @param seal sees to it that no lease of the hold can be written any more, and tells which
     *     were
     */
    public void settleAbandoned(Instant now, Function<Hold, Set<String>> seal) {
        List<Hold> abandoned = store.heldBefore(now.minus(HOLD_TIMEOUT), BATCH);
        abandoned.forEach(hold -> settle(hold, seal.apply(hold)));
    }

    /** See {@link BudgetStore#free}. */
    public OptionalLong free(String projectId) {
        return store.free(projectId);
    }
}
