package io.assay.truth.consensus;

import io.assay.events.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Weighted majority among classes: the one-coin model of Dawid and Skene (1979), with the workers'
 * accuracies given. Worker <i>i</i> names the true one of <i>K</i> classes with probability
 * <i>p<sub>i</sub></i> and each other one with <i>(1 − p<sub>i</sub>) / (K − 1)</i>; all classes
 * are equally likely beforehand. So the posterior of class <i>c</i> is proportional to
 *
 * <pre>Π over votes for c of p_i (K − 1) / (1 − p_i)</pre>
 *
 * that is, each vote adds its log-odds <i>ln(p (K − 1) / (1 − p))</i> to its class, which Nitzan
 * and Paroush (1982) proved to be the optimal weights.
 */
final class CategoryConsensus {
    private CategoryConsensus() {}

    static Consensus of(int classes, List<Vote> votes) {
        return of(
                classes,
                votes,
                answer -> ((Answer.Category) answer).classId(),
                Answer.Category::new);
    }

    /** Right or wrong are two classes. */
    static Consensus ofVerification(List<Vote> votes) {
        return of(
                2,
                votes,
                answer -> String.valueOf(((Answer.Verification) answer).correct()),
                name -> new Answer.Verification(Boolean.parseBoolean(name)));
    }

    private static Consensus of(
            int classes,
            List<Vote> votes,
            Function<Answer, String> name,
            Function<String, Answer> answer) {
        Map<String, Double> scores = new TreeMap<>();
        for (Vote vote : votes) {
            scores.merge(name.apply(vote.answer()), weight(vote.accuracy(), classes), Double::sum);
        }
        String best = best(scores);
        return new Consensus(answer.apply(best), posterior(best, classes, scores));
    }

    private static double weight(double accuracy, int classes) {
        int others = Math.max(1, classes - 1);
        double p = Odds.bounded(accuracy, 1.0 / (others + 1));
        return Math.log(p * others / (1 - p));
    }

    /** The first in the order of class ids among equals, so that ties do not depend on time. */
    private static String best(Map<String, Double> scores) {
        double highest = Collections.max(scores.values());
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= highest)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /**
     * Classes that nobody named have score 0; everything is relative to the best to stay finite.
     */
    private static double posterior(String best, int classes, Map<String, Double> scores) {
        double highest = scores.getOrDefault(best, 0.0);
        int unnamed = Math.max(0, classes - scores.size());
        double sum = unnamed * Math.exp(-highest);
        for (double score : scores.values()) {
            sum += Math.exp(score - highest);
        }
        return 1 / sum;
    }
}
