package io.assay.review.gold;

import io.assay.events.Answer;
import io.assay.review.consensus.Agreement;
import io.assay.review.consensus.Tolerance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a known answer is wrong, from who contradicts it.
 *
 * <p>At first it is believed to be wrong with probability {@link #PRIOR}. Each strong worker who
 * contradicts it moves the log odds by ln(p / (1 − p)), each who agrees by as much the other way,
 * where <i>p</i> is the lower bound of how often that worker is right by all other gold answers: as
 * if whoever errs errs alike, which is the most cautious assumption there is. Only those
 * contradictions count together that say the same. At {@link #SUSPENDS}, and {@link #LEAST} such
 * workers, the answer is no longer trusted.
 *
 * @param probability that it is wrong
 * @param against strong workers who say something else, all the same
 * @param agreeing strong workers who agree with it
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
    static final int LEAST = 3;

    /** Who is right less often for sure says nothing about gold. */
    static final double STRONG = 0.7;

    /** Nobody counts as more certain. */
    static final double SUREST = 0.95;

    /**
     * An answer to the gold task.
     *
     * @param agrees with the known answer, within the tolerance
     * @param accuracy lower bound, by all other gold answers
     */
    record Witness(String workerId, Answer answer, boolean agrees, double accuracy) {
        boolean strong() {
            return accuracy >= STRONG;
        }

        double weight() {
            double sure = Math.min(SUREST, accuracy);
            return Math.log(sure / (1 - sure));
        }
    }

    public GoldDoubt {
        workers = List.copyOf(workers);
    }

    /** Empty as long as the answer is to be trusted. */
    static Optional<GoldDoubt> of(List<Witness> witnesses, Tolerance tolerance, Instant now) {
        List<Witness> strong = witnesses.stream().filter(Witness::strong).toList();
        List<Witness> agreeing = strong.stream().filter(Witness::agrees).toList();
        List<Witness> against = strong.stream().filter(witness -> !witness.agrees()).toList();
        return against.stream()
                .map(one -> sayingLike(one, against, tolerance))
                .filter(alike -> alike.size() >= LEAST)
                .max(Comparator.comparingDouble(GoldDoubt::weight))
                .map(alike -> doubt(alike, agreeing, now))
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

    private static GoldDoubt doubt(List<Witness> alike, List<Witness> agreeing, Instant now) {
        double logOdds = Math.log(PRIOR / (1 - PRIOR)) + weight(alike) - weight(agreeing);
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

    private static double weight(List<Witness> witnesses) {
        return witnesses.stream().mapToDouble(Witness::weight).sum();
    }
}
