package io.assay.assignment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DurationsTests {

    @Property(tries = 300)
    void theMedianIsRightToATenth(
            @ForAll @Size(min = 1, max = 200)
                    List<@LongRange(min = 100, max = 10_000_000) Long> all) {
        Durations durations = Durations.of(all.stream().map(Duration::ofMillis).toList());

        double median = durations.median().orElseThrow().toMillis();
        double lower = all.stream().sorted().skip((all.size() - 1) / 2).findFirst().orElseThrow();
        double upper = all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();

        assertThat(median).isBetween(lower * 0.9, upper * 1.1);
    }

    @Test
    void theOrderOfCountingDoesNotMatter() {
        Durations few = Durations.of(List.of(Duration.ofSeconds(3), Duration.ofMinutes(4)));
        Durations more = Durations.of(List.of(Duration.ofSeconds(3), Duration.ofMillis(9)));

        assertThat(few.plus(more)).isEqualTo(more.plus(few));
        assertThat(few.plus(more).total()).isEqualTo(4);
    }

    @Test
    void needsABoundedRoom() {
        Durations all =
                Durations.of(
                        Stream.iterate(
                                        1L,
                                        millis -> millis < Long.MAX_VALUE / 3,
                                        millis -> millis * 2)
                                .map(Duration::ofMillis)
                                .toList());

        assertThat(all.counts()).hasSizeLessThan(300);
        assertThat(Durations.of(List.of(Duration.ZERO, Duration.ofMillis(-5))).counts()).hasSize(1);
    }

    @Test
    void knowsNoMedianOfNothing() {
        assertThat(Durations.NONE.median()).isEmpty();
    }
}
