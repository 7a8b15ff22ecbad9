package io.assay.truth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InferenceTests {
    private static final TruthInference ASSAY = new AssayInference();

    @Test
    void knowsNothingOfAnItemWithoutLabels() {
        Posteriors posteriors = ASSAY.infer(new Labels.Builder(1, 0, 4).build());

        assertThat(posteriors.of(0, 3)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void followsTheOnlyLabel() {
        Posteriors posteriors = ASSAY.infer(new Labels.Builder(1, 1, 3).add(0, 0, 2).build());

        assertThat(posteriors.best(0)).isEqualTo(2);
        assertThat(posteriors.confidence(0)).isBetween(0.4, 0.95);
    }

    @Test
    void twoWhoContradictEachOtherLeaveItOpen() {
        Posteriors posteriors =
                ASSAY.infer(new Labels.Builder(1, 2, 2).add(0, 0, 0).add(0, 1, 1).build());

        assertThat(posteriors.of(0, 0)).isCloseTo(0.5, within(1e-6));
    }

    /** Three who contradict each other, each with one label, and a class that nobody chose. */
    @Test
    void aClassThatNobodyChoseIsPossibleButTheLeastLikely() {
        Labels labels = new Labels.Builder(1, 3, 4).add(0, 0, 0).add(0, 1, 1).add(0, 2, 2).build();

        Posteriors posteriors = ASSAY.infer(labels);

        for (int named = 0; named < 3; named++) {
            assertThat(posteriors.of(0, named)).isCloseTo(posteriors.of(0, 0), within(1e-6));
            assertThat(posteriors.of(0, 3)).isLessThan(posteriors.of(0, named));
        }
        assertThat(posteriors.of(0, 3)).isPositive();
    }

    @Test
    void weighsThoseMoreWhoAreRightMoreOften() {
        Labels.Builder builder = new Labels.Builder(101, 5, 2);
        for (int i = 0; i < 100; i++) {
            for (int w = 0; w < 5; w++) {
                // 0 and 1 are always right, the others at random
                builder.add(i, w, w < 2 ? i % 2 : Integer.hashCode(i * 31 + w * 7) / 3 % 2);
            }
        }
        builder.add(100, 0, 1).add(100, 1, 1).add(100, 2, 0).add(100, 3, 0).add(100, 4, 0);

        assertThat(ASSAY.infer(builder.build()).best(100)).isEqualTo(1);
    }

    @Test
    void seesThroughWhoAlwaysSaysTheSame() {
        IncrementalInference inference = new IncrementalInference(3);
        for (int i = 0; i < 60; i++) {
            inference.add(i, 0, i % 3);
            inference.add(i, 1, i % 3);
            inference.add(i, 2, 0);
        }
        inference.refit();

        assertThat(inference.accuracy(2)).isLessThan(inference.accuracy(0) - 0.3);
    }

    @Test
    void goldTellsWhoIsRight() {
        IncrementalInference inference = new IncrementalInference(2);
        for (int i = 0; i < 30; i++) {
            inference.know(i, i % 2);
            inference.add(i, 0, i % 2);
            inference.add(i, 1, 1 - i % 2);
        }
        inference.add(30, 0, 1);
        inference.add(30, 1, 0);

        assertThat(inference.accuracy(0)).isGreaterThan(0.9);
        assertThat(inference.accuracy(1)).isLessThan(0.3);
        assertThat(inference.posterior(30)[1]).isGreaterThan(0.9);
    }

    @Test
    void refusesAClassThatIsNone() {
        assertThatThrownBy(() -> new IncrementalInference(2).add(0, 0, 2))
                .hasMessage("label: 2 (expected: >= 0 and < 2)");
        assertThatThrownBy(() -> new Labels.Builder(1, 1, 2).add(0, 1, 0))
                .hasMessage("worker: 1 (expected: >= 0 and < 1)");
    }

    @Test
    void calibrationLearnsThatACrowdIsOverconfident() {
        int items = 400;
        Labels.Builder builder = new Labels.Builder(items, 5, 2);
        int[] truth = new int[items];
        for (int i = 0; i < items; i++) {
            truth[i] = i % 2;
            for (int w = 0; w < 5; w++) {
                // all are wrong of every fifth item
                builder.add(i, w, i % 5 == 0 ? 1 - truth[i] : truth[i]);
            }
        }
        Labels labels = builder.build();

        double unaware = ASSAY.infer(labels).confidence(1);
        double aware = new AssayInference().infer(labels, Gold.of(truth)).confidence(1);

        assertThat(unaware).isGreaterThan(0.9);
        assertThat(aware).isBetween(0.75, 0.88);
    }

    @Test
    void calibrationKeepsWhatIsLikeliest() {
        double[] posterior = {0.2, 0.5, 0.3};

        new Calibration(0.3, 0.1).apply(posterior, 0, 3, 7);

        assertThat(posterior[1]).isGreaterThan(posterior[2]);
        assertThat(posterior[2]).isGreaterThan(posterior[0]);
        assertThat(posterior[0] + posterior[1] + posterior[2]).isCloseTo(1, within(1e-9));
    }
}
