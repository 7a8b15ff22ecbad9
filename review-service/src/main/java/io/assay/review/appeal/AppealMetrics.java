package io.assay.review.appeal;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts appeals, and what they say of the rules that rejected. */
class AppealMetrics {
    private final MeterRegistry meters;

    AppealMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void filed() {
        meters.counter("assay.appeals.filed").increment();
    }

    /** Clauses are free text, so only the rule is a tag. */
    void decided(Appeal appeal) {
        meters.counter(
                        "assay.appeals.decided",
                        "rule",
                        appeal.rule(),
                        "outcome",
                        appeal.status().wireName())
                .increment();
    }
}
