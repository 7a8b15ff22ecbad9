package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What those who drew an object say of it: of each attribute the value with the most weight, none
 * being a value, too. It is as sure as the least sure of them, where each who says otherwise counts
 * against it.
 *
 * @param values by attribute id
 * @param confidence 1 if there are no attributes
 */
record AttributeVote(Map<String, String> values, double confidence) {

    /** No attribute may have it as its value. */
    private static final String NONE = "\u0000";

    static <S extends Shape<S>> AttributeVote of(List<DrawnObject<S>> drawn, List<Vote> votes) {
        SortedSet<String> named = new TreeSet<>();
        drawn.forEach(one -> named.addAll(one.shape().attributes().keySet()));
        Map<String, String> values = new TreeMap<>();
        double confidence = 1;
        for (String id : named) {
            Map<String, Double> weights = weights(id, drawn, votes);
            String best = best(weights);
            if (!best.equals(NONE)) {
                values.put(id, best);
            }
            double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
            double against = sum - weights.getOrDefault(best, 0.0);
            confidence = Math.min(confidence, Odds.probability(sum - 2 * against));
        }
        return new AttributeVote(values, confidence);
    }

    private static <S extends Shape<S>> Map<String, Double> weights(
            String id, List<DrawnObject<S>> drawn, List<Vote> votes) {
        Map<String, Double> weights = new TreeMap<>();
        for (DrawnObject<S> one : drawn) {
            weights.merge(
                    one.shape().attributes().getOrDefault(id, NONE),
                    Odds.weight(votes.get(one.voter()).accuracy()),
                    Double::sum);
        }
        return weights;
    }

    /** The first in their order among equals, so that ties do not depend on time. */
    private static String best(Map<String, Double> weights) {
        double most = Collections.max(weights.values());
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
