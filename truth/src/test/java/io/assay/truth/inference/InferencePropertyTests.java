package io.assay.truth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.truth.inference.AnyLabels.Arrivals;
import io.assay.truth.inference.AnyLabels.One;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InferencePropertyTests extends TruthInferenceContract {
    @Override
    protected List<TruthInference> methods() {
        return List.of(HierarchicalDawidSkene.DEFAULT, new AssayInference());
    }

    @Property(tries = 100)
    void oneMoreWhoAgreesWithAllMakesNothingLessSure(
            @ForAll @IntRange(min = 1, max = 12) int workers,
            @ForAll @IntRange(min = 2, max = 5) int classes) {
        Posteriors fewer = new AssayInference().infer(unanimous(workers, classes));
        Posteriors more = new AssayInference().infer(unanimous(workers + 1, classes));

        for (int i = 0; i < fewer.items(); i++) {
            assertThat(more.best(i)).isEqualTo(i % classes);
            assertThat(more.confidence(i)).isGreaterThanOrEqualTo(fewer.confidence(i) - 1e-9);
        }
    }

    @Property(tries = 200)
    void aRefitIsTheBatchFit(@ForAll("arrivals") Arrivals arrivals) {
        IncrementalInference incremental = incremental(arrivals);
        incremental.refit();
        Posteriors batch = new AssayInference().infer(arrivals.labels());

        for (int i = 0; i < arrivals.items(); i++) {
            if (incremental.votes(i) > 0) {
                double[] posterior = incremental.posterior(i);
                for (int c = 0; c < arrivals.classes(); c++) {
                    assertThat(posterior[c]).isCloseTo(batch.of(i, c), within(1e-9));
                }
            }
        }
    }

    @Property(tries = 200)
    void whatWouldBeBelievedIsWhatIsBelievedThen(
            @ForAll("arrivals") Arrivals arrivals, @ForAll Random random) {
        IncrementalInference incremental = new IncrementalInference(arrivals.classes());
        Map<Integer, List<One>> byItem = new HashMap<>();
        for (One one : arrivals.shuffled(random).all()) {
            List<One> all = byItem.computeIfAbsent(one.item(), _ -> new ArrayList<>());
            all.add(one);
            double[] would =
                    incremental.posterior(
                            one.item(),
                            all.stream().mapToInt(One::worker).toArray(),
                            all.stream().mapToInt(One::label).toArray());

            incremental.add(one.item(), one.worker(), one.label());

            assertThat(incremental.posterior(one.item())).containsExactly(would, within(1e-6));
        }
    }

    @Property(tries = 200)
    void goldKnowsTheSameWhetherItIsGoldBeforeOrAfter(@ForAll("arrivals") Arrivals arrivals) {
        IncrementalInference before = new IncrementalInference(arrivals.classes());
        before.know(0, 0);
        arrivals.all().forEach(one -> before.add(one.item(), one.worker(), one.label()));
        IncrementalInference after = incremental(arrivals);
        after.know(0, 0);
        before.refit();
        after.refit();

        for (int i = 0; i < arrivals.items(); i++) {
            assertThat(before.posterior(i)).containsExactly(after.posterior(i), within(1e-9));
        }
    }

    @Property(tries = 100)
    void withoutTheFirstItemsItIsAsIfTheyHadNeverBeen(@ForAll("arrivals") Arrivals arrivals) {
        int half = arrivals.items() / 2;
        IncrementalInference kept = incremental(arrivals).without(half);
        IncrementalInference others = new IncrementalInference(arrivals.classes());
        arrivals.all().stream()
                .filter(one -> one.item() >= half)
                .forEach(one -> others.add(one.item() - half, one.worker(), one.label()));
        others.refit();

        for (int i = 0; i < arrivals.items() - half; i++) {
            assertThat(kept.posterior(i)).containsExactly(others.posterior(i), within(1e-9));
        }
    }

    @Property(tries = 200)
    void beforeARefitEveryPosteriorIsADistribution(@ForAll("arrivals") Arrivals arrivals) {
        IncrementalInference incremental = incremental(arrivals);

        for (int i = 0; i < arrivals.items(); i++) {
            double[] posterior = incremental.posterior(i);
            assertThat(IntStream.range(0, posterior.length).mapToDouble(c -> posterior[c]).sum())
                    .isCloseTo(1, within(1e-9));
        }
        for (int w = 0; w < arrivals.workers(); w++) {
            assertThat(incremental.accuracy(w)).isBetween(0.0, 1.0);
        }
    }

    private static IncrementalInference incremental(Arrivals arrivals) {
        IncrementalInference incremental = new IncrementalInference(arrivals.classes());
        arrivals.all().forEach(one -> incremental.add(one.item(), one.worker(), one.label()));
        return incremental;
    }

    private static Labels unanimous(int workers, int classes) {
        Labels.Builder builder = new Labels.Builder(10, workers, classes);
        for (int i = 0; i < 10; i++) {
            for (int w = 0; w < workers; w++) {
                builder.add(i, w, i % classes);
            }
        }
        return builder.build();
    }
}
