package io.assay.load.chaos;

import org.jspecify.annotations.Nullable;

/**
 * How big a chaos.
 *
 * @param labels that each task gets at first; up to two more where they disagree
 * @param outage whether the broker and the store stand still for 30 s each, too
 * @param store program that kills the document store and brings it back; null to leave it alone
 */
public record ChaosOptions(
        int tasks,
        int labels,
        int kills,
        int workers,
        long seed,
        boolean outage,
        @Nullable String store) {

    /** As in {@code ./assay test}. */
    public static ChaosOptions brief(long seed) {
        return new ChaosOptions(300, 3, 7, 12, seed, false, null);
    }
}
