package io.assay.truth.shape;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * The member that is most similar to all, by weight: for what cannot be averaged point by point.
 * Unlike a mean it is something that a person drew.
 */
final class Medoid {

    /** So many of the most trusted are compared, each with each. */
    private static final int MAX_COMPARED = 7;

    private Medoid() {}

    /** The first among equals. */
    static <T> T of(List<Weighted<T>> members, ToDoubleBiFunction<T, T> similarity) {
        List<Weighted<T>> compared =
                members.stream()
                        .sorted(
                                Comparator.comparingDouble((Weighted<T> one) -> one.weight())
                                        .reversed())
                        .limit(MAX_COMPARED)
                        .toList();
        double[] sums = sums(compared, similarity);
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] + 1e-9 ? i : best;
        }
        return compared.get(best).value();
    }

    private static <T> double[] sums(
            List<Weighted<T>> members, ToDoubleBiFunction<T, T> similarity) {
        double[] sums = new double[members.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += members.get(i).weight();
            for (int j = i + 1; j < sums.length; j++) {
                double similar =
                        similarity.applyAsDouble(members.get(i).value(), members.get(j).value());
                sums[i] += members.get(j).weight() * similar;
                sums[j] += members.get(i).weight() * similar;
            }
        }
        return sums;
    }
}
