package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.events.ReturnReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/** Metrics: how much is open, leased, answered and given back, and how fast. */
final class AssignmentMetrics {

    private final MeterRegistry meters;
    private final Counter leased;
    private final Timer latency;

    AssignmentMetrics(MeterRegistry meters, Dispatch dispatch) {
        this.meters = meters;
        meters.gauge("assay.tasks.open", dispatch, Dispatch::open);
        meters.gauge("assay.tasks.withheld", dispatch, Dispatch::withheld);
        meters.gauge("assay.leases.live", dispatch, Dispatch::live);
        leased = meters.counter("assay.leases.given");
        latency =
                Timer.builder("assay.lease.latency")
                        .description("from a worker's request for work to its answer")
                        .publishPercentileHistogram()
                        .register(meters);
    }

    <T> T timed(Supplier<T> lease) {
        return latency.record(lease);
    }

    void leased(int count) {
        leased.increment(count);
    }

    void moved(Assignment next) {
        switch (next) {
            case Assignment.Answered(_, Submission.Label _, _) -> count("assay.labels.submitted");
            case Assignment.Answered(_, Submission.Flag _, _) -> count("assay.labels.flagged");
            case Assignment.Returned(_, ReturnReason reason, _) ->
                    meters.counter(
                                    "assay.leases.returned",
                                    "reason",
                                    reason.name().toLowerCase(Locale.ROOT))
                            .increment();
            case Assignment.Leased _, Assignment.Reviewed _ -> {}
        }
    }

    private void count(String name) {
        meters.counter(name).increment();
    }
}
