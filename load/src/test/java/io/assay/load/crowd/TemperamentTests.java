package io.assay.load.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.load.crowd.Temperament.Quirks;
import io.assay.load.crowd.Temperament.Style;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class TemperamentTests {

    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final Duration THINK = Duration.ofMillis(100);
    private static final int MANY = 5_000;

    @Property(tries = 20)
    void anHonestWorkerIsRightAsOftenAsSkilled(
            @ForAll @DoubleRange(min = 0.5, max = 1) double accuracy, @ForAll long seed) {
        Temperament honest = new Temperament(accuracy, Style.HONEST, Quirks.NONE, THINK);

        assertThat(shareOf(honest, new Act.Label("b"), seed)).isCloseTo(accuracy, within(0.05));
    }

    @Test
    void aSpammerIsRightByChance() {
        Temperament spammer = new Temperament(0, Style.SPAMMER, Quirks.NONE, THINK);

        assertThat(shareOf(spammer, new Act.Label("b"), 1)).isCloseTo(1.0 / 3, within(0.05));
    }

    @Test
    void aOneClassAnswererNeverLooks() {
        Temperament lazy = new Temperament(0, Style.ONE_CLASS, Quirks.NONE, THINK);

        assertThat(shareOf(lazy, new Act.Label("a"), 1)).isEqualTo(1);
    }

    @Test
    void quirksHappenAtTheirRates() {
        Temperament quirky =
                new Temperament(1, Style.HONEST, new Quirks(0.1, 0.2, 0.3, 0.15), THINK);

        assertThat(shareOf(quirky, new Act.Skip(), 1)).isCloseTo(0.2, within(0.03));
        assertThat(shareOf(quirky, new Act.Release(), 1)).isCloseTo(0.3, within(0.03));
        assertThat(shareOf(quirky, new Act.Abandon(), 1)).isCloseTo(0.15, within(0.03));
        assertThat(shareOf(quirky, new Act.Label("b"), 1)).isCloseTo(0.25, within(0.03));
    }

    @Property(tries = 200)
    void thinksAboutAsLongAsUsual(@ForAll long seed) {
        Temperament honest = new Temperament(1, Style.HONEST, Quirks.NONE, THINK);

        assertThat(honest.thinkTime(new Random(seed)))
                .isBetween(THINK.dividedBy(2), THINK.multipliedBy(3).dividedBy(2));
    }

    @Test
    void aCastIsTheSameForTheSameSeed() {
        assertThat(Cast.of(24, THINK, 5)).isEqualTo(Cast.of(24, THINK, 5));
        assertThat(Cast.of(24, THINK, 5).stream().map(Temperament::style).distinct())
                .containsExactlyInAnyOrder(Style.values());
    }

    private static double shareOf(Temperament temperament, Act act, long seed) {
        Random random = new Random(seed);
        long hits =
                IntStream.range(0, MANY)
                        .filter(_ -> temperament.decide("b", CLASSES, random).equals(act))
                        .count();
        return (double) hits / MANY;
    }
}
