package io.assay.review.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PseudonymsTests {
    private final Pseudonyms pseudonyms = new Pseudonyms("a secret of sixteen");

    @Test
    void areTheSameWithinAProjectAndOtherInAnother() {
        String here = pseudonyms.of("p1", "w1");

        assertThat(pseudonyms.of("p1", "w1")).isEqualTo(here);
        assertThat(pseudonyms.of("p2", "w1")).isNotEqualTo(here);
        assertThat(pseudonyms.of("p1", "w2")).isNotEqualTo(here);
        assertThat(new Pseudonyms("another secret of ours").of("p1", "w1")).isNotEqualTo(here);
    }

    @Test
    void needASecret() {
        assertThatThrownBy(() -> new Pseudonyms("short"))
                .hasMessage(
                        "assay.review.pseudonym-secret: too short"
                                + " (expected: at least 16 characters)");
    }
}
