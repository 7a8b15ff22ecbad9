package io.assay.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.importing.Imports.Job;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    @Test
    void tellsHowFarHowFastAndHowLong() {
        Job job = new Job("i", "running", 250_000, 250_000, 0, 3, 25, 100L, 12_345, 61L, null);

        assertThat(ProgressLine.text(job, 2))
                .isEqualTo(
                        "▕██████··················▏  25 % · 250,000 rows · 12,345 rows/s · 1:01"
                                + " left · 3 bad · 2 breaks");
    }

    @Test
    void saysNothingOfWhatNobodyKnows() {
        Job job = new Job("i", "open", 0, 0, 0, 0, 0, null, 0, null, null);

        assertThat(ProgressLine.text(job, 0)).isEqualTo("0 rows · 0 rows/s · 0 bad");
    }
}
