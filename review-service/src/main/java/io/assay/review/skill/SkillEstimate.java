package io.assay.review.skill;

import io.assay.events.SkillEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one moment of how often a worker is right in one skill, in the projects of one
 * requester: a Beta posterior from a uniform prior.
 *
 * <p>Answers held against consensus and reviewers count, too, but together never more than the gold
 * answers do: the crowd cannot vouch for itself.
 *
 * <p>What other requesters say counts as far as several of them bear it out: the most and the least
 * favourable of them are left out, and each of the rest counts no more than {@link
 * ForeignEvidence#MAX_ANSWERS} answers. So no requester by themself moves anybody in the projects
 * of others.
 *
 * @param golds gold answers in the projects of the requester, weighed by age
 * @param others other answers there, weighed by age and by what they were held against
 * @param elsewhere what other requesters say
 */
public record SkillEstimate(Evidence golds, Evidence others, List<ForeignEvidence> elsewhere) {

    /** The 90 % credible interval lies between these quantiles. */
    private static final double LOWER = 0.05;

    private static final double UPPER = 0.95;

    public SkillEstimate {
        others = others.atMost(golds.weight());
        elsewhere = orNone(elsewhere);
    }

    /** With nothing known from elsewhere. */
    public SkillEstimate(Evidence golds, Evidence others) {
        this(golds, others, List.of());
    }

    private static List<ForeignEvidence> orNone(@Nullable List<ForeignEvidence> elsewhere) {
        return elsewhere == null ? List.of() : List.copyOf(elsewhere);
    }

    /** Even a pessimist believes that the worker is right so often. */
    public double lower() {
        return posterior().inverseCumulativeProbability(LOWER);
    }

    /** Not even an optimist believes that the worker is right more often. */
    public double upper() {
        return posterior().inverseCumulativeProbability(UPPER);
    }

    public double mean() {
        return posterior().getMean();
    }

    /** Gold answers that count here, wherever they were given. */
    public Evidence checks() {
        return trimmed().stream().map(ForeignEvidence::golds).reduce(golds, Evidence::plus);
    }

    /**
     * How far an answer of the worker is trusted, in (0, 1): by gold alone, from the prior of
     * {@link WorkerAccuracy}.
     */
    public double trust() {
        Evidence checks = checks();
        double right = WorkerAccuracy.PRIOR_RIGHT + checks.credit();
        return right / (right + WorkerAccuracy.PRIOR_WRONG + checks.wrong());
    }

    /** Other answers that count here. */
    Evidence otherAnswers() {
        return trimmed().stream().map(ForeignEvidence::others).reduce(others, Evidence::plus);
    }

    /** After more gold answers in the projects of the requester. */
    SkillEstimate after(double answers, double right) {
        return new SkillEstimate(golds.plus(new Evidence(answers, right)), others, elsewhere);
    }

    /** After more gold answers in the projects of further requesters, to each as many as count. */
    SkillEstimate afterElsewhere(double answers, double right) {
        List<ForeignEvidence> more = new ArrayList<>(elsewhere);
        for (double left = answers; left > 0; left -= ForeignEvidence.MAX_ANSWERS) {
            double some = Math.min(left, ForeignEvidence.MAX_ANSWERS);
            more.add(
                    new ForeignEvidence(new Evidence(some, some * right / answers), Evidence.NONE));
        }
        return new SkillEstimate(golds, others, more);
    }

    SkillEvidence evidence() {
        Evidence checks = checks();
        Evidence more = otherAnswers();
        return new SkillEvidence(checks.weight(), checks.credit(), more.weight(), more.credit());
    }

    /** Without the most and the least favourable. */
    private List<ForeignEvidence> trimmed() {
        return elsewhere.size() <= 2
                ? List.of()
                : elsewhere.stream()
                        .sorted(Comparator.comparingDouble(ForeignEvidence::speaksFor))
                        .toList()
                        .subList(1, elsewhere.size() - 1);
    }

    private BetaDistribution posterior() {
        Evidence all = checks().plus(otherAnswers());
        return BetaDistribution.of(1 + all.credit(), 1 + all.wrong());
    }
}
