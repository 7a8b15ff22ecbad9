package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a project takes workers who are new to it, and how many. Who was taken stays.
 *
 * @param from the first moment; as soon as it is published if absent
 * @param until the moment from which on none is taken; without an end if absent
 * @param places most workers, 1 to 1,000; any number if absent
 */
public record ApplicationRule(
        @Nullable Instant from, @Nullable Instant until, @Nullable Integer places) {

    /** Whether new workers are taken then, as far as time says. */
    public boolean isOpen(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
