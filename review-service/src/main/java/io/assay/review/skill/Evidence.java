package io.assay.review.skill;

import java.time.Duration;
import java.time.Instant;

/**
 * What was seen of a worker, each answer counting half as much after {@link #HALF_LIFE}.
 *
 * <p>The decay runs forward (Cormode et al., "Forward Decay", ICDE 2009): an answer is added with
 * the weight 2^((t − {@link #LANDMARK}) / half-life), and a reading divides by the same of now. So
 * what is kept is a plain sum: it depends neither on the order in which answers are counted nor on
 * when, and what was added can be taken away again exactly.
 *
 * @param weight answers seen, weighed by their age
 * @param credit of these, what was right
 */
public record Evidence(double weight, double credit) {
    public static final Evidence NONE = new Evidence(0, 0);

    static final Duration HALF_LIFE = Duration.ofDays(180);
    static final Instant LANDMARK = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * @param answers how many at that time, negative to take some away
     */
    Evidence plus(double answers, double right, Instant at) {
        double growth = growth(at);
        return new Evidence(weight + answers * growth, credit + right * growth);
    }

    /** In answers of now. What rounding leaves of what was taken away is nothing. */
    Evidence asOf(Instant now) {
        double growth = growth(now);
        double counts = Math.max(0, weight / growth);
        return new Evidence(counts, Math.clamp(credit / growth, 0, counts));
    }

    Evidence plus(Evidence more) {
        return new Evidence(weight + more.weight, credit + more.credit);
    }

    /** No more than so many answers, of the same share of right ones. */
    Evidence atMost(double answers) {
        return weight <= answers ? this : new Evidence(answers, credit * answers / weight);
    }

    double wrong() {
        return weight - credit;
    }

    /** What an answer of that time is added with. */
    static double growth(Instant at) {
        double halves = Duration.between(LANDMARK, at).toMillis() / (double) HALF_LIFE.toMillis();
        return Math.pow(2, halves);
    }
}
