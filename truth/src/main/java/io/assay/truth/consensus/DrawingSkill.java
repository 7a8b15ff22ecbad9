package io.assay.truth.consensus;

import io.assay.truth.shape.EdgeBias;

/**
 * How somebody draws.
 *
 * @param detection probability that they draw an object that is there
 * @param falseRate probability that they draw what is not there, where somebody does
 * @param error how far their shapes usually miss what the others make together: 1 less the
 *     similarity
 * @param edgeBias to which side they usually miss it
 */
record DrawingSkill(double detection, double falseRate, double error, EdgeBias edgeBias) {

    /** Of an ordinary worker, whose accuracy would be 1. */
    private static final double ERROR = 0.2;

    private static final double MIN_ERROR = 0.01;

    /** Nobody is trusted without limit, and nobody's word counts against itself. */
    private static final double MAX_TRUST = 0.99;

    public DrawingSkill {
        requireShare("detection", detection);
        requireShare("falseRate", falseRate);
        requireShare("error", error);
        detection = Math.clamp(detection, 1 - MAX_TRUST, MAX_TRUST);
        falseRate = Math.clamp(falseRate, 1 - MAX_TRUST, detection);
    }

    /** Of somebody who is known only to answer right this often. */
    public static DrawingSkill ofAccuracy(double accuracy) {
        double right = Odds.bounded(accuracy, 0.5);
        return new DrawingSkill(
                right,
                1 - right,
                Math.min(1, ERROR / Math.sqrt(Math.max(0.04, accuracy))),
                EdgeBias.NONE);
    }

    /** What their shapes count in the mean of several: the inverse of the squared error. */
    double trust() {
        double bounded = Math.max(MIN_ERROR, error);
        return 1 / (bounded * bounded);
    }

    /** Log-odds that a thing is there because they drew it, 0 or more. */
    double forIt() {
        return Math.log(detection / falseRate);
    }

    /** Log-odds that it is not because they did not, 0 or more. */
    double againstIt() {
        return Math.log((1 - falseRate) / (1 - detection));
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to 1)");
        }
    }
}
