package io.assay.review.skill;

/** Where a share lies with 90 % probability, from a uniform prior; both bounds 0 to 1. */
public record Interval(double lower, double upper) {

    public static Interval of(long successes, long trials) {
        Beta posterior = new Beta(1.0 + successes, 1.0 + trials - successes);
        return new Interval(posterior.quantile(0.05), posterior.quantile(0.95));
    }
}
