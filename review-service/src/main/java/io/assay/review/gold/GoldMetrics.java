package io.assay.review.gold;

import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what happens to gold answers. */
class GoldMetrics {
    private final MeterRegistry meters;
    private final VerdictMetrics verdicts;

    GoldMetrics(MeterRegistry meters, VerdictMetrics verdicts) {
        this.meters = meters;
        this.verdicts = verdicts;
    }

    void scored(GoldLabel label) {
        meters.counter("assay.gold.scored", "outcome", label.right() ? "right" : "wrong")
                .increment();
    }

    void count(GoldLabel label) {
        verdicts.count(label.judgement().verdict());
    }
}
