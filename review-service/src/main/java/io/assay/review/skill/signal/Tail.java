package io.assay.review.skill.signal;

/** Probabilities of seeing so many, or more. */
final class Tail {
    private Tail() {}

    /**
     * P(X &ge; k) of a binomial.
     *
     * @param p 0 to 1
     */
    static double binomial(int n, int k, double p) {
        if (k <= 0) {
            return 1;
        }
        if (k > n || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        double log = n * Math.log1p(-p);
        double odds = Math.log(p) - Math.log1p(-p);
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += i >= k ? Math.exp(log) : 0;
            log += Math.log((n - i) / (i + 1.0)) + odds;
        }
        return Math.clamp(sum, 0, 1);
    }

    /** P(X &ge; k) of a Poisson with this mean. */
    static double poisson(int k, double mean) {
        double term = Math.exp(-mean);
        double below = 0;
        for (int i = 0; i < k; i++) {
            below += term;
            term *= mean / (i + 1);
        }
        return Math.clamp(1 - below, 0, 1);
    }
}
