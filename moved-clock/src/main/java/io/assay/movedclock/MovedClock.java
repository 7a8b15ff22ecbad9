package io.assay.movedclock;

/**
 * What the JVM's wall clock would show on another day. Code that asks the real clock is rewritten
 * to ask this one. Time passes as it does: only where it counts from is moved.
 */
public final class MovedClock {

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long MILLIS_A_SECOND = 1_000;

    private static final long START_MILLIS = System.currentTimeMillis();
    private static final long START_NANOS = System.nanoTime();
    private static volatile long movedMillis;

    private MovedClock() {}

    static void moveBySeconds(long seconds) {
        movedMillis = seconds * MILLIS_A_SECOND;
    }

    /** In place of {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return START_MILLIS + movedMillis + (System.nanoTime() - START_NANOS) / NANOS_A_MILLI;
    }

    /** In place of the JVM's method of that name: nanoseconds since that second of the epoch. */
    public static long getNanoTimeAdjustment(long second) {
        return (START_MILLIS + movedMillis - second * MILLIS_A_SECOND) * NANOS_A_MILLI
                + (System.nanoTime() - START_NANOS);
    }
}
