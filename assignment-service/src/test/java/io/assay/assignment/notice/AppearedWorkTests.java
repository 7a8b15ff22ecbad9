package io.assay.assignment.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppearedWorkTests {

    private static final Instant NOON = TestClock.NOON;

    private final AppearedWork work = new AppearedWork();

    @Test
    void whatThereIsFromTheBeginningIsNoNews() {
        assertThat(at(0, "p")).isEmpty();
        assertThat(at(3, "p")).isEmpty();
    }

    @Test
    void tellsOnceOfWhatAppears() {
        at(0, "p");

        assertThat(at(3, "p", "q")).containsExactly("q");
        assertThat(at(6, "p", "q")).isEmpty();
    }

    @Test
    void whatWasGoneForAMomentIsNoNews() {
        at(0, "p");
        at(3);

        assertThat(at(40, "p")).isEmpty();
    }

    @Test
    void tellsAgainOfWhatWasGoneForLong() {
        at(0, "p");
        at(3);

        assertThat(at(120, "p")).containsExactly("p");
    }

    private Set<String> at(long second, String... withWork) {
        return work.next(Set.of(withWork), NOON.plusSeconds(second));
    }
}
