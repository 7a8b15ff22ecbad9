package io.assay.assignment.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from leases of which it is told whether they were gold how to tell others: naive Bayes
 * over all that was observed, and over each two of it together. Stronger than any worker, who is
 * told of none.
 */
final class GoldClassifier {

    /**
     * A lease with all that its worker observed of it.
     *
     * @param observed what by name
     */
    record Example(Map<String, String> observed, boolean gold) {}

    private static final double SMOOTHING = 1;

    private final Map<String, int[]> counts = new HashMap<>();
    private final boolean pairs;
    private int golds;
    private int all;

    /**
     * @param pairs whether to look at two at a time
     */
    GoldClassifier(boolean pairs) {
        this.pairs = pairs;
    }

    void learn(List<Example> examples) {
        for (Example example : examples) {
            all++;
            golds += example.gold() ? 1 : 0;
            for (String feature : features(example)) {
                counts.computeIfAbsent(feature, _ -> new int[2])[example.gold() ? 1 : 0]++;
            }
        }
    }

    /** Higher if it is rather gold. */
    double score(Example example) {
        double score = 0;
        for (String feature : features(example)) {
            int[] seen = counts.getOrDefault(feature, new int[2]);
            score += Math.log((seen[1] + SMOOTHING) / (golds + 2 * SMOOTHING));
            score -= Math.log((seen[0] + SMOOTHING) / (all - golds + 2 * SMOOTHING));
        }
        return score;
    }

    private List<String> features(Example example) {
        List<String> single =
                example.observed().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .sorted()
                        .toList();
        if (!pairs) {
            return single;
        }
        List<String> all = new ArrayList<>(single);
        for (int i = 0; i < single.size(); i++) {
            for (int j = 0; j < i; j++) {
                all.add(single.get(j) + "&" + single.get(i));
            }
        }
        return all;
    }

    /**
     * How often a gold lease gets the higher score of one gold and one other, each drawn by chance:
     * 1 if all are told, 0.5 if none is.
     */
    double rate(List<Example> examples) {
        record Scored(double score, boolean gold) {}
        List<Scored> sorted =
                examples.stream()
                        .map(example -> new Scored(score(example), example.gold()))
                        .sorted(Comparator.comparingDouble(Scored::score))
                        .toList();
        double ranks = 0;
        int i = 0;
        while (i < sorted.size()) {
            int next = i;
            while (next < sorted.size() && sorted.get(next).score() == sorted.get(i).score()) {
                next++;
            }
            double rank = (i + 1 + next) / 2.0;
            ranks += rank * sorted.subList(i, next).stream().filter(Scored::gold).count();
            i = next;
        }
        double gold = sorted.stream().filter(Scored::gold).count();
        return (ranks - gold * (gold + 1) / 2) / (gold * (sorted.size() - gold));
    }

    /** The standard deviation of {@link #rate} if nothing can be told (Mann and Whitney). */
    static double deviation(List<Example> examples) {
        double gold = examples.stream().filter(Example::gold).count();
        double other = examples.size() - gold;
        return Math.sqrt((gold + other + 1) / (12 * gold * other));
    }
}
