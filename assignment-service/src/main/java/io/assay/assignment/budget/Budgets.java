package io.assay.assignment.budget;

import io.assay.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Money is set apart for leases before they are written, and settled after: one account per
 * project, {@code free} = limit + released − all that was ever set apart. Each change is one
 * conditional update of one document, so it is whole, and repeated it changes nothing.
 */
public interface Budgets {

    /** Much longer than it takes to write leases; too short does no harm. */
    Duration HOLD_TIMEOUT = Duration.ofMinutes(1);

    /** At a time. */
    int MAX_SETTLED = 100;

    /**
     * Sets the hold's amount apart if it is free.
     *
     * @return what is free after that, in minor units; empty if it was not enough
     */
    OptionalLong take(Hold hold);

    /** Ends a hold and gives so much of it back; nothing happens if it was ended before. */
    void end(Hold hold, long giveBack);

    /** Holds that were made before then and not ended: their instance has failed, or is late. */
    List<Hold> heldBefore(Instant instant, int max);

    /**
     * Ends a hold.
     *
     * @param leased the assignments that were written for it
     */
    default void settle(Hold hold, Set<String> leased) {
        end(hold, hold.without(leased));
    }

    /**
     * Settles the holds of instances that died before they could.
     *
     * @param seal sees to it that no lease of the hold can be written any more, and returns the
     *     assignments that were; empty if it cannot yet, so that the hold stays
     */
    default void settleAbandoned(Instant now, Function<Hold, Optional<Set<String>>> seal) {
        heldBefore(now.minus(HOLD_TIMEOUT), MAX_SETTLED)
                .forEach(hold -> seal.apply(hold).ifPresent(leased -> settle(hold, leased)));
    }

    /** Minor units; negative if more was promised than there is now; empty if it is not known. */
    OptionalLong free(String projectId);

    /** The same of all projects. */
    Map<String, Long> allFree();

    /** Sets the most that may be spent and reserved; what is older is passed over. */
    void setLimit(String projectId, Money limit, long sequence);

    /** Sets what was given back unpaid in all; what is older is passed over. */
    void setReleased(String projectId, Money released, long sequence);
}
