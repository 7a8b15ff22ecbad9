package io.assay.truth.consensus;

import java.util.List;

/**
 * How well a shape that several draw together may be expected to fit. The mean of independent
 * errors would shrink with their number, but part of each is common to all: where the edge of a
 * coat is, nobody can tell. With <i>e</i>² the inverse of the mean trust, the squared error of
 * <i>n</i> is
 *
 * <pre>e² (ρ + (1 − ρ) / n)</pre>
 */
final class ExpectedOverlap {

    /** ρ: the share of the squared error that is common to all. */
    private static final double COMMON = 0.3;

    private ExpectedOverlap() {}

    static double expected(List<DrawingSkill> workers) {
        double trust = workers.stream().mapToDouble(DrawingSkill::trust).average().orElse(1);
        return expected(1 / Math.sqrt(trust), workers.size());
    }

    private static double expected(double error, int workers) {
        return Math.max(0, 1 - error * left(workers));
    }

    /** What one more ordinary drawing would add to the overlap expected of so many. */
    static double gain(double overlap, int workers) {
        return (1 - overlap) * (1 - left(workers + 1) / left(workers));
    }

    /** The share of one worker's error that is left. */
    private static double left(int workers) {
        return Math.sqrt(COMMON + (1 - COMMON) / workers);
    }
}
