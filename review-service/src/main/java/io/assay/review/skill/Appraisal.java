package io.assay.review.skill;

import io.assay.events.SkillEvidence;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known at one moment of how often a worker is right in one skill, in the projects of one
 * requester: a Beta posterior from a uniform prior.
 *
 * <p>Answers held against consensus and reviewers count, too, but together never more than the gold
 * answers do: the crowd cannot vouch for itself.
 *
 * <p>What other requesters tell counts as far as several of them bear it out: the most and the
 * least favourable of them are left out, and each of the rest counts no more than {@link
 * Testimony#MOST} answers. So no requester by themself moves anybody in the projects of others.
 *
 * @param golds gold answers in the projects of the requester, weighed by age
 * @param others other answers there, weighed by age and by what they were held against
 * @param elsewhere what other requesters tell
 */
public record Appraisal(Evidence golds, Evidence others, List<Testimony> elsewhere) {

    /** The 90 % credible interval lies between these quantiles. */
    private static final double LOWER = 0.05;

    private static final double UPPER = 0.95;

    public Appraisal {
        others = others.atMost(golds.weight());
        elsewhere = orNone(elsewhere);
    }

    /** With nothing known from elsewhere. */
    public Appraisal(Evidence golds, Evidence others) {
        this(golds, others, List.of());
    }

    private static List<Testimony> orNone(@Nullable List<Testimony> elsewhere) {
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
        return borneOut().stream().map(Testimony::golds).reduce(golds, Evidence::plus);
    }

    /**
     * How far an answer of the worker is trusted, in (0, 1): by gold alone, from the prior of
     * {@link Crowd}.
     */
    public double trust() {
        Evidence checks = checks();
        double right = Crowd.PRIOR_RIGHT + checks.credit();
        return right / (right + Crowd.PRIOR_WRONG + checks.wrong());
    }

    /** Other answers that count here. */
    Evidence otherAnswers() {
        return borneOut().stream().map(Testimony::others).reduce(others, Evidence::plus);
    }

    /** After more gold answers in the projects of the requester. */
    Appraisal after(double answers, double right) {
        return new Appraisal(golds.plus(new Evidence(answers, right)), others, elsewhere);
    }

    /** After more gold answers in the projects of further requesters, to each as many as count. */
    Appraisal afterElsewhere(double answers, double right) {
        List<Testimony> more = new ArrayList<>(elsewhere);
        for (double left = answers; left > 0; left -= Testimony.MOST) {
            double some = Math.min(left, Testimony.MOST);
            more.add(new Testimony(new Evidence(some, some * right / answers), Evidence.NONE));
        }
        return new Appraisal(golds, others, more);
    }

    SkillEvidence told() {
        Evidence checks = checks();
        Evidence more = otherAnswers();
        return new SkillEvidence(checks.weight(), checks.credit(), more.weight(), more.credit());
    }

    /** Without the most and the least favourable. */
    private List<Testimony> borneOut() {
        return elsewhere.size() <= 2
                ? List.of()
                : elsewhere.stream()
                        .sorted(Comparator.comparingDouble(Testimony::speaksFor))
                        .toList()
                        .subList(1, elsewhere.size() - 1);
    }

    private BetaDistribution posterior() {
        Evidence all = checks().plus(otherAnswers());
        return BetaDistribution.of(1 + all.credit(), 1 + all.wrong());
    }
}
