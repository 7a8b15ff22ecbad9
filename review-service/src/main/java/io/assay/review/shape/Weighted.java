package io.assay.review.shape;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A value and how far it is trusted.
 *
 * @param weight over 0
 */
public record Weighted<T>(T value, double weight) {

    /** What sums of weights may differ by and still be equal. */
    private static final double EPSILON = 1e-9;

    static double sum(List<? extends Weighted<?>> all) {
        return all.stream().mapToDouble(Weighted::weight).sum();
    }

    /** The first of those with the greatest weight. */
    static <T> Weighted<T> heaviest(List<Weighted<T>> all) {
        Weighted<T> heaviest = all.getFirst();
        for (Weighted<T> one : all) {
            heaviest = one.weight() > heaviest.weight() + EPSILON ? one : heaviest;
        }
        return heaviest;
    }

    /**
     * The value that half of the weight is below and half above, which no minority can pull away;
     * between two if the halves part exactly there.
     */
    static <T> double median(List<Weighted<T>> all, ToDoubleFunction<T> measure) {
        List<Weighted<Double>> sorted =
                all.stream()
                        .map(
                                one ->
                                        new Weighted<>(
                                                measure.applyAsDouble(one.value()), one.weight()))
                        .sorted((a, b) -> Double.compare(a.value(), b.value()))
                        .toList();
        double half = sum(sorted) / 2;
        double sum = 0;
        for (int i = 0; i < sorted.size() - 1; i++) {
            sum += sorted.get(i).weight();
            if (sum > half + EPSILON) {
                return sorted.get(i).value();
            }
            if (sum >= half - EPSILON) {
                return (sorted.get(i).value() + sorted.get(i + 1).value()) / 2;
            }
        }
        return sorted.getLast().value();
    }
}
