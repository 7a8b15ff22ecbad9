package io.assay.review.gold;

import io.assay.events.Answer;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.truth.consensus.Agreement;
import io.assay.truth.consensus.Tolerance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * That a known answer is wrong, from who contradicts it.
 *
 * <p>At first it is believed to be wrong with probability {@link #PRIOR}. Each strong worker who
 * contradicts it moves the log odds by ln(p / (1 − p)), each who agrees by as much the other way,
 * where <i>p</i> is the lower bound of how often that worker is right by all other gold answers: as
 * if whoever errs errs alike, which is the most cautious assumption there is. Only those
 * contradictions count together that say the same. At {@link #SUSPENDS}, and {@link #MIN_WORKERS}
 * such workers, the answer is no longer trusted.
 *
 * <p>In a small project nobody is known so well, ever. There most of those who answered have to be
 * right: {@link #MIN_CHECKED} or more who say the same, each right by other checks and none of them
 * worse than is believed of somebody new, who weigh {@link #MAJORITY} times as much as all who
 * agree with the known answer. Weights are ln(p / (1 − p)) here, too, where <i>p</i> is the mean.
 *
 * @param probability that it is wrong
 * @param against workers who count and say something else, all the same
 * @param agreeing workers who count and agree with it
 * @param instead what those say
 * @param workers whose answers this rests on
 */
public record GoldDoubt(
        double probability,
        int against,
        int agreeing,
        Answer instead,
        List<String> workers,
        Instant at) {

    static final double PRIOR = 0.01;
    static final double SUSPENDS = 0.95;
    static final int MIN_WORKERS = 3;

    /** Where nobody is known well. */
    static final int MIN_CHECKED = 4;

    /** Three of four, if all are known alike. */
    static final double MAJORITY = 3;

    /** Another check of somebody, not long ago. */
    private static final double A_CHECK = 0.9;

    /** Who is right less often for sure says nothing about gold. */
    static final double STRONG = 0.7;

    /** Nobody counts as more certain. */
    static final double SUREST = 0.95;

    /**
     * An answer to the gold task.
     *
     * @param agrees with the known answer, within the tolerance
     * @param accuracy lower bound, by all other gold answers
     * @param trust mean, likewise, from what is believed of somebody new
     * @param checks other gold answers, weighed
     */
    record Witness(
            String workerId,
            Answer answer,
            boolean agrees,
            double accuracy,
            double trust,
            double checks) {
        /** Right by other checks, as far as there are any. */
        boolean checked() {
            return checks >= A_CHECK && trust > WorkerAccuracy.PRIOR_ACCURACY;
        }

        /** At least nothing: who is mostly wrong does not count for the contrary. */
        double weightByTrust() {
            return Math.max(0, logOdds(trust));
        }

        boolean strong() {
            return accuracy >= STRONG;
        }

        double weight() {
            return logOdds(accuracy);
        }

        private static double logOdds(double probability) {
            double sure = Math.min(SUREST, probability);
            return Math.log(sure / (1 - sure));
        }
    }

    public GoldDoubt {
        workers = List.copyOf(workers);
    }

    /** Empty as long as the answer is to be trusted. */
    static Optional<GoldDoubt> of(List<Witness> witnesses, Tolerance tolerance, Instant now) {
        return byStrong(witnesses, tolerance, now).or(() -> byMost(witnesses, tolerance, now));
    }

    private static Optional<GoldDoubt> byMost(
            List<Witness> witnesses, Tolerance tolerance, Instant now) {
        List<Witness> agreeing = witnesses.stream().filter(Witness::agrees).toList();
        List<Witness> against = witnesses.stream().filter(w -> !w.agrees() && w.checked()).toList();
        double needed = MAJORITY * weight(agreeing, Witness::weightByTrust);
        return against.stream()
                .map(one -> sayingLike(one, against, tolerance))
                .filter(alike -> alike.size() >= MIN_CHECKED)
                .max(byWeight(Witness::weightByTrust))
                .filter(alike -> weight(alike, Witness::weightByTrust) >= needed)
                .map(alike -> doubt(alike, agreeing, Witness::weightByTrust, now));
    }

    private static Optional<GoldDoubt> byStrong(
            List<Witness> witnesses, Tolerance tolerance, Instant now) {
        List<Witness> strong = witnesses.stream().filter(Witness::strong).toList();
        List<Witness> agreeing = strong.stream().filter(Witness::agrees).toList();
        List<Witness> against = strong.stream().filter(witness -> !witness.agrees()).toList();
        return against.stream()
                .map(one -> sayingLike(one, against, tolerance))
                .filter(alike -> alike.size() >= MIN_WORKERS)
                .max(byWeight(Witness::weight))
                .map(alike -> doubt(alike, agreeing, Witness::weight, now))
                .filter(doubt -> doubt.probability >= SUSPENDS);
    }

    private static List<Witness> sayingLike(
            Witness one, List<Witness> against, Tolerance tolerance) {
        double needed = tolerance.needed(one.answer());
        return against.stream()
                .filter(
                        other ->
                                Agreement.between(other.answer(), one.answer(), tolerance.credit())
                                        >= needed)
                .toList();
    }

    private static GoldDoubt doubt(
            List<Witness> alike,
            List<Witness> agreeing,
            ToDoubleFunction<Witness> weight,
            Instant now) {
        double logOdds =
                Math.log(PRIOR / (1 - PRIOR)) + weight(alike, weight) - weight(agreeing, weight);
        return new GoldDoubt(
                1 / (1 + Math.exp(-logOdds)),
                alike.size(),
                agreeing.size(),
                alike.getFirst().answer(),
                Stream.concat(alike.stream(), agreeing.stream())
                        .map(Witness::workerId)
                        .sorted()
                        .toList(),
                now);
    }

    private static Comparator<List<Witness>> byWeight(ToDoubleFunction<Witness> weight) {
        return Comparator.comparingDouble(witnesses -> weight(witnesses, weight));
    }

    private static double weight(List<Witness> witnesses, ToDoubleFunction<Witness> weight) {
        return witnesses.stream().mapToDouble(weight).sum();
    }
}
