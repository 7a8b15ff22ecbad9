package io.assay.truth.consensus;

import io.assay.truth.shape.EdgeBias;

/**
 * What is counted of somebody's drawing: sums, so that those of several pictures add up.
 *
 * @param there things that are there, in probability, and that this person could have drawn
 * @param found those of them that were drawn
 * @param notThere what others or this person drew and is not there, in probability
 * @param fooled those of them that this person drew
 * @param drawn things that others drew, too, so that the shapes can be compared
 * @param error of those shapes, in all
 * @param lean of those shapes, in all
 */
record DrawingTally(
        double there,
        double found,
        double notThere,
        double fooled,
        double drawn,
        double error,
        EdgeBias lean) {

    static final DrawingTally NOTHING = new DrawingTally(0, 0, 0, 0, 0, 0, EdgeBias.NONE);

    /** A larger error was a mix-up, and says no more of the hand. */
    private static final double LARGEST = 0.5;

    /**
     * @param probability that it is there
     */
    DrawingTally sawThing(double probability, boolean drew) {
        return new DrawingTally(
                there + probability,
                found + (drew ? probability : 0),
                notThere + 1 - probability,
                fooled + (drew ? 1 - probability : 0),
                drawn,
                error,
                lean);
    }

    DrawingTally drew(double off, EdgeBias to) {
        return new DrawingTally(
                there,
                found,
                notThere,
                fooled,
                drawn + 1,
                error + Math.min(LARGEST, off),
                lean.plus(to.bounded()));
    }

    DrawingTally plus(DrawingTally other) {
        return new DrawingTally(
                there + other.there,
                found + other.found,
                notThere + other.notThere,
                fooled + other.fooled,
                drawn + other.drawn,
                error + other.error,
                lean.plus(other.lean));
    }

    DrawingTally times(double factor) {
        return new DrawingTally(
                there * factor,
                found * factor,
                notThere * factor,
                fooled * factor,
                drawn * factor,
                error * factor,
                lean.times(factor));
    }

    double things() {
        return there + notThere;
    }

    /** Of what somebody drew, as if one more thing was there and one not. */
    double share() {
        return (there + 1) / (things() + 2);
    }

    EdgeBias lean(double prior) {
        return lean.times(1 / (drawn + prior));
    }

    /** As if so much more had been seen of the ordinary. */
    DrawingSkill skill(DrawingSkill ordinary, double prior, EdgeBias lean) {
        return new DrawingSkill(
                (found + prior * ordinary.detection()) / (there + prior),
                (fooled + prior * ordinary.falseRate()) / (notThere + prior),
                (error + prior * ordinary.error()) / (drawn + prior),
                lean);
    }
}
