package io.assay.assignment.assignment;

/**
 * Numbers of tasks as workers may see them. An exact one goes down with a lease of work and not
 * with one of gold, for the worker and for whoever works with them.
 */
public final class RoughCount {

    private RoughCount() {}

    /** The highest power of ten that is reached: 0, 1, 10, 100, and so on. */
    public static int of(int tasks) {
        int power = tasks > 0 ? 1 : 0;
        while (power > 0 && tasks / 10 >= power) {
            power *= 10;
        }
        return power;
    }
}
