package io.assay.load.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several rounds. */
final class Median {

    private Median() {}

    /** The lower one of the two middle ones if their number is even. */
    static <T> T by(List<T> rounds, ToDoubleFunction<T> figure) {
        List<T> sorted = rounds.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
