package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateCardTests {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    @Test
    void multipliesBaseComplexityAndTier() {
        assertThat(card(150, 2, 1_200).price(1_200, 2)).isEqualTo(new Money(216, "INR"));
    }

    @Test
    void absentTierCountsOnce() {
        assertThat(card(150, 2, 1_200).price(1_000, 1)).isEqualTo(new Money(150, "INR"));
    }

    @Test
    void halvesGoToTheEvenNeighbour() {
        assertThat(card(1, 1, 1_000).price(500, 1).minor()).isEqualTo(0);
        assertThat(card(3, 1, 1_000).price(500, 1).minor()).isEqualTo(2);
        assertThat(card(5, 1, 1_000).price(500, 1).minor()).isEqualTo(2);
    }

    @Test
    void roundsOnceAndNotPerFactor() {
        // 1 × 0.5 × 1.2 = 0.6 → 1; rounding after each factor would give 0
        assertThat(card(1, 1, 1_200).price(500, 1).minor()).isEqualTo(1);
    }

    @Test
    void refusesToOverflow() {
        RateCard card = card(Long.MAX_VALUE, 1, 2_000);

        assertThatThrownBy(() -> card.price(1_000, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void factorsAreWrittenInOrderSoThatEqualCardsAreEqualBytes() {
        Map<Integer, Integer> factors = new LinkedHashMap<>();
        List.of(5, 1, 4, 2, 3).forEach(tier -> factors.put(tier, 1_000 + tier));

        assertThat(new RateCard(1, new Money(1, "INR"), factors).tierPermille())
                .containsExactly(
                        Map.entry(1, 1_001),
                        Map.entry(2, 1_002),
                        Map.entry(3, 1_003),
                        Map.entry(4, 1_004),
                        Map.entry(5, 1_005));
    }

    @Property
    void isTheNearestMinorUnitAndTiesAreEven(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long base,
            @ForAll @IntRange(min = 100, max = 100_000) int complexity,
            @ForAll @IntRange(min = 1, max = 10_000) int permille) {
        BigInteger price = BigInteger.valueOf(card(base, 1, permille).price(complexity, 1).minor());

        BigInteger exact =
                BigInteger.valueOf(base)
                        .multiply(BigInteger.valueOf(complexity))
                        .multiply(BigInteger.valueOf(permille));
        BigInteger off = price.multiply(MILLION).subtract(exact).abs().shiftLeft(1);
        assertThat(off).isLessThanOrEqualTo(MILLION);
        if (off.equals(MILLION)) {
            assertThat(price.testBit(0)).as("odd").isFalse();
        }
    }

    @Property
    void harderPicturesNeverEarnLess(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long base,
            @ForAll @IntRange(min = 100, max = 100_000) int complexity,
            @ForAll @IntRange(min = 0, max = 1_000) int more,
            @ForAll @IntRange(min = 1, max = 10_000) int permille) {
        RateCard card = card(base, 1, permille);

        assertThat(card.price(complexity + more, 1).minor())
                .isGreaterThanOrEqualTo(card.price(complexity, 1).minor());
    }

    @Property
    void betterPaidTiersNeverEarnLess(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long base,
            @ForAll @IntRange(min = 100, max = 100_000) int complexity,
            @ForAll @IntRange(min = 1, max = 10_000) int lower,
            @ForAll @IntRange(min = 0, max = 1_000) int more) {
        RateCard card = new RateCard(1, new Money(base, "INR"), Map.of(1, lower, 2, lower + more));

        assertThat(card.price(complexity, 2).minor())
                .isGreaterThanOrEqualTo(card.price(complexity, 1).minor());
    }

    private static RateCard card(long base, int tier, int permille) {
        return new RateCard(1, new Money(base, "INR"), Map.of(tier, permille));
    }
}
