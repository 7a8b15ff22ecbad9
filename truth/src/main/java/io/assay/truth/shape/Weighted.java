package io.assay.truth.shape;

import java.util.Comparator;
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
     * The value that half of the weight is below and half above, which no minority can pull away.
     * Each value stands in the middle of its own weight, and between two neighbours it is
     * interpolated: so a little more trust moves it a little, where a plain weighted median of
     * three would jump to the most trusted. Of equal weights it is the usual median.
     */
    static <T> double median(List<Weighted<T>> all, ToDoubleFunction<T> measure) {
        List<Weighted<Double>> sorted =
                all.stream()
                        .map(
                                one ->
                                        new Weighted<>(
                                                measure.applyAsDouble(one.value()), one.weight()))
                        .sorted(
                                Comparator.comparingDouble((Weighted<Double> one) -> one.value())
                                        .thenComparingDouble(Weighted::weight))
                        .toList();
        double half = sum(sorted) / 2;
        double place = sorted.getFirst().weight() / 2;
        for (int i = 1; i < sorted.size() && place < half - EPSILON * half; i++) {
            Weighted<Double> before = sorted.get(i - 1);
            Weighted<Double> here = sorted.get(i);
            double step = (before.weight() + here.weight()) / 2;
            if (place + step > half + EPSILON * half) {
                double share = (half - place) / step;
                return before.value() + share * (here.value() - before.value());
            }
            place += step;
            if (place >= half - EPSILON * half) {
                return here.value();
            }
        }
        return sorted.getFirst().value();
    }
}
