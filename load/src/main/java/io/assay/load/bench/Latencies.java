package io.assay.load.bench;

import java.util.Arrays;

/** Times of one kind of request, gathered by many threads. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int size;

    synchronized void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = took;
    }

    synchronized int count() {
        return size;
    }

    /**
     * The time that this share of the requests did not exceed, in milliseconds; NaN without any.
     *
     * @param share 0 to 1
     */
    synchronized double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, size);
        int rank = (int) Math.ceil(share * size);
        return nanos[Math.max(0, rank - 1)] / NANOS_A_MILLI;
    }

    double p50() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }
}
