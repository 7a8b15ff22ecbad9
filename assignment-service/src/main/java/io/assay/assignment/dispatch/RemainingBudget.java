package io.assay.assignment.dispatch;

import java.util.function.IntToLongFunction;

/**
 * What there is to pay for the tasks of a project, and what each costs a worker. What costs nothing
 * is always covered.
 *
 * @param left minor units; may be negative
 * @param price of a task by its complexity in thousandths, in minor units; never falls as that
 *     rises
 */
public record RemainingBudget(long left, IntToLongFunction price) {

    /** Enough for anything. */
    public static final RemainingBudget UNLIMITED = new RemainingBudget(Long.MAX_VALUE, _ -> 0);

    boolean covers(int complexityPermille) {
        long cost = price.applyAsLong(complexityPermille);
        return cost == 0 || cost <= left;
    }

    /** Whether it would be enough for so many of these. */
    boolean coversMany(int complexityPermille, int tasks) {
        return price.applyAsLong(complexityPermille) <= left / tasks;
    }

    RemainingBudget without(int complexityPermille) {
        return new RemainingBudget(left - price.applyAsLong(complexityPermille), price);
    }
}
