package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GoldRuleTests {

    @Test
    void theRateStaysAsItIsWhereNoBoundsAreSet() {
        assertThat(GoldRule.DEFAULT.rate(0.1, 0)).isEqualTo(0.1);
        assertThat(GoldRule.DEFAULT.rate(0.1, 1)).isEqualTo(0.1);
    }

    @Test
    void whoIsLittleKnownGetsMore() {
        GoldRule rule = new GoldRule(null, null, null, 0.02, 0.3);

        assertThat(rule.rate(0.1, 0)).isCloseTo(0.02, within(1e-12));
        assertThat(rule.rate(0.1, 0.5)).isCloseTo(0.16, within(1e-12));
        assertThat(rule.rate(0.1, 1)).isCloseTo(0.3, within(1e-12));
    }

    @Property
    void staysWithinItsBoundsAndRisesWithTheNeed(
            @ForAll @DoubleRange(min = 0, max = 0.5) double one,
            @ForAll @DoubleRange(min = 0, max = 0.5) double other,
            @ForAll @DoubleRange(min = -1, max = 2) double need,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        GoldRule rule = new GoldRule(null, null, null, Math.min(one, other), Math.max(one, other));

        assertThat(rule.rate(0.1, need))
                .isBetween(Math.min(one, other) - 1e-12, Math.max(one, other) + 1e-12)
                .isLessThanOrEqualTo(rule.rate(0.1, need + more) + 1e-12);
    }
}
