package io.assay.review.rejection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says when rejections are far above the usual.
 *
 * <p>The usual rate is unknown but counted: with <i>R</i> of <i>N</i> earlier verdicts rejected,
 * and a prior worth 50 verdicts of which a share <i>u</i> is rejected ({@link RecentVerdict.Kind}),
 * it is Beta(50<i>u</i> + <i>R</i>, 50(1 − <i>u</i>) + <i>N</i> − <i>R</i>) distributed. So the
 * number rejected among the next <i>n</i> has the beta-binomial distribution, and the test is its
 * upper tail: how probable it is that as many as the <i>k</i> seen, or more, are rejected by
 * chance. This allows for how little may be known of the usual.
 *
 * <p>All of these must hold, for the verdicts without those of the one worker who was rejected most
 * (one bad worker is no reason to doubt the check):
 *
 * <ul>
 *   <li>at least {@code minVerdicts}, with rejections of at least {@code minWorkers} workers
 *   <li>the rate is above the usual one's mean by {@code excess} or more, and not under what is
 *       ordinary for this kind of verdict
 *   <li>the tail is under {@code chance}
 * </ul>
 *
 * <p>The verdicts of one worker or one picture depend on each other, which the test does not know;
 * {@code chance} is so small for that reason, and because it is tested again and again.
 *
 * @param minVerdicts 1 or more
 * @param minWorkers 1 or more
 * @param excess over 0 to 1
 * @param chance over 0 to 1
 */
public record RejectionRule(int minVerdicts, int minWorkers, double excess, double chance) {
    private static final double PRIOR_VERDICTS = 50;

    public static final RejectionRule DEFAULT = new RejectionRule(50, 5, 0.15, 1e-6);

    public RejectionRule {
        if (minVerdicts < 1 || minWorkers < 1) {
            throw new IllegalArgumentException(
                    "minVerdicts, minWorkers: "
                            + minVerdicts
                            + ", "
                            + minWorkers
                            + " (expected: >= 1)");
        }
        if (!(excess > 0 && excess <= 1 && chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException(
                    "excess, chance: " + excess + ", " + chance + " (expected: over 0 to 1)");
        }
    }

    /**
     * What speaks for an alarm.
     *
     * @param rejected of {@code judged}
     * @param usual mean of the usual rate, 0 to 1
     * @param chance of so many or more rejections, if nothing has changed
     */
    public record Evidence(int rejected, int judged, double usual, double chance) {}

    /** Empty if these verdicts, all of this kind, are nothing unusual. */
    Optional<Evidence> alarm(
            RecentVerdict.Kind kind, RejectionTally before, Collection<RecentVerdict> verdicts) {
        List<RecentVerdict> counted = withoutWorst(verdicts);
        int judged = counted.size();
        int rejected = (int) counted.stream().filter(RecentVerdict::rejected).count();
        long workers =
                counted.stream()
                        .filter(RecentVerdict::rejected)
                        .map(RecentVerdict::workerId)
                        .distinct()
                        .count();
        double a = PRIOR_VERDICTS * kind.usual() + before.rejected();
        double b = PRIOR_VERDICTS * (1 - kind.usual()) + before.judged() - before.rejected();
        double usual = a / (a + b);
        if (judged < minVerdicts
                || workers < minWorkers
                || rejected < Math.max(usual + excess, kind.least()) * judged) {
            return Optional.empty();
        }
        double tail = tail(rejected, judged, a, b);
        return tail < chance
                ? Optional.of(new Evidence(rejected, judged, usual, tail))
                : Optional.empty();
    }

    private static List<RecentVerdict> withoutWorst(Collection<RecentVerdict> verdicts) {
        Map<String, Long> rejections =
                verdicts.stream()
                        .filter(RecentVerdict::rejected)
                        .collect(
                                Collectors.groupingBy(
                                        RecentVerdict::workerId, Collectors.counting()));
        Optional<String> worst =
                rejections.entrySet().stream()
                        .max(
                                Map.Entry.<String, Long>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.reverseOrder())))
                        .map(Map.Entry::getKey);
        return verdicts.stream()
                .filter(verdict -> !worst.equals(Optional.of(verdict.workerId())))
                .toList();
    }

    /**
     * Probability of {@code least} or more successes among {@code n} by the beta-binomial
     * distribution. From none upwards: each number's probability follows from the one before, in
     * logarithms, as the first may be too small for a double.
     */
    static double tail(int least, int n, double a, double b) {
        double log = 0;
        for (int j = 0; j < n; j++) {
            log += Math.log((b + j) / (a + b + j));
        }
        double sum = least == 0 ? Math.exp(log) : 0;
        for (int i = 0; i < n; i++) {
            log += Math.log((double) (n - i) / (i + 1) * (a + i) / (b + n - i - 1));
            if (i + 1 >= least) {
                sum += Math.exp(log);
            }
        }
        return Math.min(sum, 1);
    }
}
