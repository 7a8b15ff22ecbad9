package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class StreamSlotsTests {

    private final StreamSlots slots =
            new StreamSlots("assay.streams.open", 5, 2, new SimpleMeterRegistry());

    @Test
    void givesEachPartnerSoMany() {
        assertThat(slots.take("p1")).isTrue();
        assertThat(slots.take("p1")).isTrue();
        assertThat(slots.take("p1")).isFalse();
        assertThat(slots.take("p2")).isTrue();

        slots.giveBack("p1");

        assertThat(slots.take("p1")).isTrue();
    }

    @Test
    void givesAllTogetherSoMany() {
        for (String partner : new String[] {"p1", "p2", "p3", "p4", "p5"}) {
            assertThat(slots.take(partner)).isTrue();
        }
        assertThat(slots.take("p6")).isFalse();

        slots.giveBack("p3");

        assertThat(slots.take("p6")).isTrue();
    }
}
