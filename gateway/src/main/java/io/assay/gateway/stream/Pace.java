package io.assay.gateway.stream;

import java.time.Duration;

/**
 * How fast a client takes what is written to it, over what kept the writer waiting. A client that
 * takes nothing is ended by the server's own timeout of a write; this ends one that takes a little
 * now and then, and so holds a slot and a consumer for ever.
 */
final class Pace {

    private final long leastPerSecond;
    private final Duration grace;
    private long bytes;
    private Duration waited = Duration.ZERO;

    /**
     * @param leastPerSecond bytes that a client has to take
     * @param grace how long writing may have waited before that is asked
     */
    Pace(long leastPerSecond, Duration grace) {
        this.leastPerSecond = leastPerSecond;
        this.grace = grace;
    }

    /** Takes note of a write; true if the client is too slow. */
    boolean tooSlow(long written, Duration took) {
        bytes += written;
        waited = waited.plus(took);
        if (waited.compareTo(grace) < 0) {
            return false;
        }
        boolean slow = bytes * 1_000 < leastPerSecond * waited.toMillis();
        bytes = 0;
        waited = Duration.ZERO;
        return slow;
    }
}
