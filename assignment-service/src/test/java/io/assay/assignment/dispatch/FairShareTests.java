package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairShareTests {

    @Test
    void givesAFullBatchWhereThereIsPlenty() {
        assertThat(FairShare.portion(10, 0, 1_000, 100)).isEqualTo(10);
    }

    @Test
    void sharesWhatIsScarceBetweenThoseWhoAsk() {
        assertThat(FairShare.portion(10, 0, 9, 1)).isEqualTo(9);
        assertThat(FairShare.portion(10, 0, 9, 2)).isEqualTo(5);
        assertThat(FairShare.portion(10, 0, 9, 50)).isEqualTo(1);
    }

    @Test
    void sharesNotWhatOnlyOneMayTake() {
        assertThat(FairShare.portion(10, 4, 6, 3)).isEqualTo(6);
        assertThat(FairShare.portion(3, 4, 6, 3)).isEqualTo(3);
    }
}
