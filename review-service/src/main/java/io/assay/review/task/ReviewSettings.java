package io.assay.review.task;

import io.assay.truth.consensus.Tolerance;
import java.security.SecureRandom;
import java.util.function.DoublePredicate;

/**
 * What holds for all projects when a task is decided.
 *
 * @param tolerance how far an answer must agree with the accepted one
 * @param pseudonyms of people in what partners read
 * @param drawn true with the probability that it is given; by chance, as nobody may foresee which
 *     results are audited
 */
public record ReviewSettings(Tolerance tolerance, Pseudonyms pseudonyms, DoublePredicate drawn) {

    public static ReviewSettings of(Tolerance tolerance, Pseudonyms pseudonyms) {
        SecureRandom random = new SecureRandom();
        return new ReviewSettings(
                tolerance, pseudonyms, rate -> rate > 0 && random.nextDouble() < rate);
    }
}
