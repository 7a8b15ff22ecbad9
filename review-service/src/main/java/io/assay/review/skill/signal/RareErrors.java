package io.assay.review.skill.signal;

import io.assay.review.skill.signal.Signal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Workers who share mistakes that nobody else makes: one person with two accounts, or two who copy.
 *
 * <p>Of two workers' pictures in common only those count on which one of them gave a wrong answer
 * that none of the others gave. That the second gives the very same by chance has, from the answers
 * of the others, the probability ½ / (others + 1) (none of them did, smoothed by Jeffreys). The sum
 * of these is the mean of a Poisson, and the test is how many there were beyond it, held against
 * one of a thousand over all pairs that were looked at.
 */
final class RareErrors {

    /** Fewer shared mistakes are no pattern, however rare. */
    private static final int MIN_SHARED = 3;

    /** Two workers, and what they share. */
    record Shared(String one, String other, Signal signal) {}

    private record Pair(String one, String other) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private static final class Tally {
        private int shared;
        private double expected;
    }

    private RareErrors() {}

    /**
     * @param answers by picture, by worker
     * @param outcomes by picture
     * @return conspicuous pairs, in order of their names
     */
    public static List<Shared> in(
            Map<String, Map<String, String>> answers, Map<String, String> outcomes) {
        Map<Pair, Tally> tallies = new HashMap<>();
        answers.forEach(
                (picture, byWorker) -> {
                    String outcome = outcomes.get(picture);
                    if (outcome != null) {
                        count(new TreeMap<>(byWorker), outcome, tallies);
                    }
                });
        double level = Signals.LEVEL / Math.max(1, tallies.size());
        List<Shared> found = new ArrayList<>();
        tallies.forEach(
                (pair, tally) -> {
                    double chance =
                            PoissonDistribution.of(tally.expected)
                                    .survivalProbability(tally.shared - 1);
                    if (tally.shared >= MIN_SHARED && chance < level) {
                        found.add(new Shared(pair.one(), pair.other(), signal(tally, chance)));
                    }
                });
        found.sort(Comparator.comparing(Shared::one).thenComparing(Shared::other));
        return found;
    }

    private static void count(
            Map<String, String> byWorker, String outcome, Map<Pair, Tally> tallies) {
        List<String> workers = List.copyOf(byWorker.keySet());
        for (int i = 0; i < workers.size(); i++) {
            for (int j = i + 1; j < workers.size(); j++) {
                count(workers.get(i), workers.get(j), byWorker, outcome, tallies);
            }
        }
    }

    private static void count(
            String one,
            String other,
            Map<String, String> byWorker,
            String outcome,
            Map<Pair, Tally> tallies) {
        String first = byWorker.getOrDefault(one, outcome);
        String second = byWorker.getOrDefault(other, outcome);
        boolean rare =
                isRare(first, one, other, byWorker, outcome)
                        || isRare(second, one, other, byWorker, outcome);
        if (rare) {
            Tally tally = tallies.computeIfAbsent(Pair.of(one, other), _ -> new Tally());
            tally.shared += first.equals(second) ? 1 : 0;
            tally.expected += 0.5 / (byWorker.size() - 2 + 1);
        }
    }

    /** A wrong answer that nobody beside these two gave. */
    private static boolean isRare(
            String answer, String one, String other, Map<String, String> byWorker, String outcome) {
        return !answer.equals(outcome)
                && byWorker.entrySet().stream()
                        .noneMatch(
                                entry ->
                                        !entry.getKey().equals(one)
                                                && !entry.getKey().equals(other)
                                                && entry.getValue().equals(answer));
    }

    private static Signal signal(Tally tally, double chance) {
        return new Signal(
                Kind.SHARED_RARE_ERRORS,
                chance,
                String.format(
                        Locale.ROOT,
                        "%d mistakes in common that nobody else made, %.1f expected",
                        tally.shared,
                        tally.expected));
    }
}
