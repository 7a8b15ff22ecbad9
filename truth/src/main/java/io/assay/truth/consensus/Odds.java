package io.assay.truth.consensus;

/** Probabilities as log-odds, in which independent evidence adds up. */
final class Odds {
    /** Nobody is trusted without limit: one worker alone never outvotes any number of others. */
    private static final double SUREST = 0.99;

    private Odds() {}

    /**
     * @param guess what blind guessing gets right; who does worse than that is no evidence at all
     */
    static double bounded(double accuracy, double guess) {
        return Math.clamp(accuracy, Math.min(guess, SUREST), SUREST);
    }

    /** Log-odds of a yes or no by someone right this often; 0 or more. */
    static double weight(double accuracy) {
        double p = bounded(accuracy, 0.5);
        return Math.log(p / (1 - p));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
