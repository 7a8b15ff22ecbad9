package io.assay.truth.consensus;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Probability that a thing is there, given who drew it and who did not: naive Bayes over the
 * workers' detection rates <i>d</i> and false rates <i>q</i>,
 *
 * <pre>logit P = logit π + τ(k) (Σ drew ln(d/q) − Σ did not ln((1 − q)/(1 − d)))</pre>
 *
 * <p>People miss the same small things and are fooled by the same shadows, so <i>k</i> of them say
 * less than <i>k</i> independent witnesses would: as much as <i>k</i> τ(k), where τ(k) = 1 / (1 + ρ
 * (k − 1)) is the design effect of Kish (Survey Sampling, 1965).
 */
final class Existence {

    /** ρ: how much the workers' mistakes have in common. */
    private static final double ALIKE = 0.2;

    private Existence() {}

    /** After one more worker of so many in all has answered: what they draw or leave out. */
    static double updated(double posterior, DrawingSkill next, boolean draws, int workers) {
        double evidence = draws ? next.forIt() : -next.againstIt();
        return Odds.probability(
                Math.log(posterior / (1 - posterior)) + evidence * independence(workers));
    }

    /** Probability that so many workers all overlook a thing that is there. */
    static double overlooked(List<DrawingSkill> workers) {
        double all = workers.stream().mapToDouble(worker -> Math.log(1 - worker.detection())).sum();
        return Math.exp(all * independence(workers.size()));
    }

    /**
     * @param share π: of what somebody draws, the share that is there
     */
    static double posterior(double share, List<DrawingSkill> workers, IntPredicate drew) {
        double evidence = 0;
        for (int i = 0; i < workers.size(); i++) {
            DrawingSkill worker = workers.get(i);
            evidence += drew.test(i) ? worker.forIt() : -worker.againstIt();
        }
        return Odds.probability(
                Math.log(share / (1 - share)) + evidence * independence(workers.size()));
    }

    /** τ: of this many witnesses, the share that counts. */
    static double independence(int workers) {
        return 1 / (1 + ALIKE * Math.max(0, workers - 1));
    }
}
