package io.assay.load.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.load.crowd.WorkerProfile.OtherActs;
import io.assay.load.crowd.WorkerProfile.Style;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WorkerProfileTests {

    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final Duration THINK = Duration.ofMillis(100);
    private static final int MANY = 5_000;

    @Property(tries = 20)
    void anHonestWorkerIsRightAsOftenAsSkilled(
            @ForAll @DoubleRange(min = 0.5, max = 1) double accuracy, @ForAll long seed) {
        WorkerProfile honest = new WorkerProfile(accuracy, Style.HONEST, OtherActs.NONE, THINK);

        assertThat(shareOf(honest, new Action.Label("b"), seed)).isCloseTo(accuracy, within(0.05));
    }

    @Test
    void aSpammerIsRightByChance() {
        WorkerProfile spammer = new WorkerProfile(0, Style.SPAMMER, OtherActs.NONE, THINK);

        assertThat(shareOf(spammer, new Action.Label("b"), 1)).isCloseTo(1.0 / 3, within(0.05));
    }

    @Test
    void aOneClassAnswererNeverLooks() {
        WorkerProfile lazy = new WorkerProfile(0, Style.ONE_CLASS, OtherActs.NONE, THINK);

        assertThat(shareOf(lazy, new Action.Label("a"), 1)).isEqualTo(1);
    }

    @Test
    void quirksHappenAtTheirRates() {
        WorkerProfile quirky =
                new WorkerProfile(1, Style.HONEST, new OtherActs(0.1, 0.2, 0.3, 0.15), THINK);

        assertThat(shareOf(quirky, new Action.Skip(), 1)).isCloseTo(0.2, within(0.03));
        assertThat(shareOf(quirky, new Action.Release(), 1)).isCloseTo(0.3, within(0.03));
        assertThat(shareOf(quirky, new Action.Abandon(), 1)).isCloseTo(0.15, within(0.03));
        assertThat(shareOf(quirky, new Action.Label("b"), 1)).isCloseTo(0.25, within(0.03));
    }

    @Property(tries = 200)
    void thinksAboutAsLongAsUsual(@ForAll long seed) {
        WorkerProfile honest = new WorkerProfile(1, Style.HONEST, OtherActs.NONE, THINK);

        assertThat(honest.thinkTime(new Random(seed)))
                .isBetween(THINK.dividedBy(2), THINK.multipliedBy(3).dividedBy(2));
    }

    @Test
    void aCastIsTheSameForTheSameSeed() {
        assertThat(CrowdProfiles.of(24, THINK, 5)).isEqualTo(CrowdProfiles.of(24, THINK, 5));
        assertThat(CrowdProfiles.of(24, THINK, 5).stream().map(WorkerProfile::style).distinct())
                .containsExactlyInAnyOrder(Style.values());
    }

    private static double shareOf(WorkerProfile profile, Action act, long seed) {
        Random random = new Random(seed);
        long hits =
                IntStream.range(0, MANY)
                        .filter(_ -> profile.decide("b", CLASSES, random).equals(act))
                        .count();
        return (double) hits / MANY;
    }
}
