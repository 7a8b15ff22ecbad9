package io.assay.truth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StoppingRuleTests {
    private static final StoppingRule RULE = new StoppingRule(0.95, 2, 7, 0.01);
    private static final double[] OPEN = {0.5, 0.5};
    private static final double[] SURE = {0.97, 0.03};

    @Example
    void everyItemGetsItsLeast() {
        assertThat(RULE.wantsMore(SURE, 1, 0.8, 100)).isTrue();
        assertThat(RULE.wantsMore(SURE, 2, 0.8, 100)).isFalse();
    }

    @Example
    void noItemGetsMoreThanItsMost() {
        assertThat(RULE.wantsMore(OPEN, 6, 0.8, 100)).isTrue();
        assertThat(RULE.wantsMore(OPEN, 7, 0.8, 100)).isFalse();
    }

    @Example
    void asksNobodyWithoutMoney() {
        assertThat(RULE.wantsMore(OPEN, 0, 0.8, 0)).isFalse();
    }

    @Example
    void asksNobodyWhoGuesses() {
        assertThat(RULE.wantsMore(OPEN, 2, 0.5, 100)).isFalse();
    }

    @Example
    void oneLabelMayBeWorthItOnlyForThoseThatFollow() {
        double[] rather = {0.85, 0.15};

        assertThat(StoppingRule.gain(0.85, 0.15, 0.8, 1)).isZero();
        assertThat(RULE.wantsMore(rather, 3, 0.8, 100)).isTrue();
        assertThat(RULE.wantsMore(rather, 3, 0.8, 1)).isFalse();
    }

    @Example
    void aLabelOfAnOpenItemGainsWhatItsWorkerKnows() {
        assertThat(StoppingRule.gain(0.5, 0.5, 0.8, 1)).isCloseTo(0.3, within(1e-12));
    }

    @Property
    void moreLabelsNeverGainLess(
            @ForAll @DoubleRange(min = 0.5, max = 1) double first,
            @ForAll @DoubleRange(min = 0, max = 1) double accuracy,
            @ForAll @IntRange(min = 1, max = 30) int labels) {
        double fewer = StoppingRule.gain(first, 1 - first, accuracy, labels);
        double more = StoppingRule.gain(first, 1 - first, accuracy, labels + 1);

        assertThat(more).isBetween(fewer - 1e-9, 1 - first + 1e-9);
    }
}
