package io.assay.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast something comes, or is taken. Only the time that is spent waiting for the other side
 * counts, as what we do in between is not theirs to answer for.
 */
final class Pace {

    static final int BYTES_A_SECOND = 1_024;

    /** A network may stand still for so long. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private long begun;
    private long waited;
    private long bytes;

    /**
     * @param nanos a clock of which differences count
     */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void waiting() {
        begun = nanos.getAsLong();
    }

    /** The wait is over. */
    void moved(int count) {
        waited += nanos.getAsLong() - begun;
        bytes += Math.max(0, count);
    }

    /** In the long run; a short stop is forgiven. */
    boolean isTooSlow() {
        double seconds = (waited - GRACE.toNanos()) / 1e9;
        return seconds > 0 && bytes < seconds * BYTES_A_SECOND;
    }
}
