package io.assay.review.verdict;

import io.assay.events.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts verdicts as they are published. */
public class VerdictMetrics {
    private final Counter accepted;
    private final Counter rejected;

    public VerdictMetrics(MeterRegistry meters) {
        this.accepted = meters.counter("assay.labels.accepted");
        this.rejected = meters.counter("assay.labels.rejected");
    }

    public void count(Verdict verdict) {
        switch (verdict) {
            case ACCEPTED -> accepted.increment();
            case REJECTED -> rejected.increment();
        }
    }
}
