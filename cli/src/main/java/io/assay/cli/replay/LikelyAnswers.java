package io.assay.cli.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What someone would say who knows all recorded labels and not the truth: whoever agrees more with
 * the others is believed more (one accuracy per worker, by expectation maximization; Demartini,
 * Difallah, Cudré-Mauroux, WWW 2012).
 */
final class LikelyAnswers {

    private static final int ROUNDS = 10;

    /** What somebody gets right of whom little is known, and how many labels outweigh that. */
    private static final double PRIOR_ACCURACY = 0.7;

    private static final double PRIOR_LABELS = 4;

    private final Recording recording;
    private final int classes;
    private Map<String, Double> accuracy = Map.of();

    LikelyAnswers(Recording recording) {
        this.recording = recording;
        this.classes = Math.max(2, recording.classes().size());
        for (int round = 0; round < ROUNDS; round++) {
            accuracy = accuracies();
        }
    }

    /** The likeliest class of an item, the first by name of those that are equally likely. */
    String of(String item) {
        Map<String, Double> likely = posterior(recording.labels().getOrDefault(item, Map.of()));
        double most = Collections.max(likely.values());
        return likely.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private Map<String, Double> accuracies() {
        Map<String, List<Double>> right = new HashMap<>();
        for (Map<String, String> labels : recording.labels().values()) {
            Map<String, Double> likely = posterior(labels);
            labels.forEach(
                    (worker, label) ->
                            right.computeIfAbsent(worker, _ -> new ArrayList<>())
                                    .add(likely.getOrDefault(label, 0.0)));
        }
        Map<String, Double> next = new HashMap<>();
        right.forEach((worker, shares) -> next.put(worker, mean(shares)));
        return next;
    }

    private static double mean(List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        return (sum + PRIOR_ACCURACY * PRIOR_LABELS) / (shares.size() + PRIOR_LABELS);
    }

    /** Of the classes that somebody named. */
    private Map<String, Double> posterior(Map<String, String> labels) {
        Map<String, Double> scores = new TreeMap<>();
        labels.forEach((worker, label) -> scores.merge(label, weight(worker), Double::sum));
        double most = Collections.max(scores.values());
        scores.replaceAll((_, score) -> Math.exp(score - most));
        double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((_, score) -> score / sum);
        return scores;
    }

    private double weight(String worker) {
        double p = accuracy.getOrDefault(worker, PRIOR_ACCURACY);
        return Math.log(p * (classes - 1) / (1 - p));
    }
}
