package io.assay.review.consensus;

import io.assay.review.shape.Lean;

/** What is counted of somebody's drawing: sums, so that those of several pictures add up. */
final class Tally {

    /** A larger error was a mix-up, and says no more of the hand. */
    private static final double LARGEST = 0.5;

    private double there;
    private double found;
    private double notThere;
    private double fooled;
    private double drawn;
    private double error;
    private Lean lean = Lean.NONE;

    /**
     * @param probability that it is there
     */
    void sawThing(double probability, boolean drew) {
        there += probability;
        notThere += 1 - probability;
        found += drew ? probability : 0;
        fooled += drew ? 1 - probability : 0;
    }

    void drew(double off, Lean to) {
        drawn++;
        error += Math.min(LARGEST, off);
        lean = lean.plus(to.bounded());
    }

    double things() {
        return there + notThere;
    }

    /** Of what somebody drew, as if one more thing was there and one not. */
    double share() {
        return (there + 1) / (things() + 2);
    }

    Lean lean(double prior) {
        return lean.times(1 / (drawn + prior));
    }

    /** As if so much more had been seen of the ordinary. */
    DrawingSkill skill(DrawingSkill ordinary, double prior, Lean lean) {
        return new DrawingSkill(
                (found + prior * ordinary.detection()) / (there + prior),
                (fooled + prior * ordinary.falseRate()) / (notThere + prior),
                (error + prior * ordinary.error()) / (drawn + prior),
                lean);
    }
}
