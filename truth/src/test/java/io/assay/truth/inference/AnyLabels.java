package io.assay.truth.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Labels of every kind: none, one, contradicting, of classes nobody else names. */
final class AnyLabels {
    private AnyLabels() {}

    record One(int item, int worker, int label) {}

    /** Labels in the order of their arrival. */
    record Arrivals(int items, int workers, int classes, List<One> all) {

        Labels labels() {
            Labels.Builder builder = new Labels.Builder(items, workers, classes);
            all.forEach(one -> builder.add(one.item(), one.worker(), one.label()));
            return builder.build();
        }

        Arrivals shuffled(Random random) {
            List<One> other = new ArrayList<>(all);
            Collections.shuffle(other, random);
            return new Arrivals(items, workers, classes, other);
        }
    }

    /** No worker labels an item twice. */
    static Arbitrary<Arrivals> arrivals() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 5))
                .flatAs(AnyLabels::arrivals);
    }

    private static Arbitrary<Arrivals> arrivals(int items, int workers, int classes) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, items - 1),
                        Arbitraries.integers().between(0, workers - 1),
                        Arbitraries.integers().between(0, classes - 1))
                .as(One::new)
                .list()
                .ofMaxSize(items * workers)
                .uniqueElements(one -> one.item() * workers + one.worker())
                .map(labels -> new Arrivals(items, workers, classes, labels));
    }
}
