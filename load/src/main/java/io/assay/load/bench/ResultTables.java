package io.assay.load.bench;

import io.assay.local.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How findings are laid out. */
final class ResultTables {

    private static final double MEGABYTE = 1 << 20;

    private ResultTables() {}

    /**
     * A throughput of labels, and how long the workers and others waited meanwhile.
     *
     * @param piped labels/s of the raw pipe
     */
    static ResultTable labels(
            String name, int workers, LabelsPhase.Round median, int rounds, double piped) {
        List<List<Object>> rows = new ArrayList<>();
        double acknowledged = median.project().labels() / median.submitting();
        rows.add(List.of("labels/s, end to end", median.labelsPerSecond(), ""));
        rows.add(List.of("labels/s, acknowledged", acknowledged, ""));
        rows.add(List.of("labels/s, raw pipe", piped, ""));
        rows.add(List.of("end to end / raw pipe", median.labelsPerSecond() / piped, ""));
        rows.add(waits("lease, ms", median.counts().leases));
        rows.add(waits("submit, ms", median.counts().submits));
        rows.add(waits("submit to earning visible, ms", median.toEarning()));
        rows.add(waits("submit to partner's stream, ms", median.toStream()));
        return new ResultTable(
                "%s: %,d workers, %,d labels, median of %d"
                        .formatted(name, workers, median.project().labels(), rounds),
                List.of("", "figure or p50", "p99"),
                rows);
    }

    /**
     * A throughput of rows.
     *
     * @param piped rows/s of the raw pipe
     */
    static ResultTable imports(ImportPhase.Round round, double piped) {
        int count = round.project().tasks();
        double ready = count / round.ready();
        return new ResultTable(
                "import: %,d rows in one request".formatted(count),
                List.of("", "figure"),
                List.of(
                        List.of("rows/s, as the requester sees", round.rowsPerSecond()),
                        List.of("rows/s, until all can be leased", ready),
                        List.of("rows/s, raw pipe", piped),
                        List.of("until leasable / raw pipe", ready / piped)));
    }

    /** What people waited for, by tasks open and workers. */
    static ResultTable latencies(List<LatencyPhase.Round> rounds) {
        List<List<Object>> rows = new ArrayList<>();
        for (LatencyPhase.Round round : rounds) {
            PhaseCounts counts = round.counts();
            rows.add(
                    List.of(
                            "%,d open, %,d workers".formatted(round.open(), round.workers()),
                            round.labelsPerSecond(),
                            counts.leases.p50(),
                            counts.leases.p99(),
                            counts.submits.p50(),
                            counts.submits.p99(),
                            counts.nothings.p50(),
                            counts.nothings.p99(),
                            counts.leases.p99() - counts.nothings.p99(),
                            round.toEarning().p50(),
                            round.toEarning().p99(),
                            round.toStream().p50(),
                            round.toStream().p99()));
        }
        return new ResultTable(
                "latency in ms, at the pace of people",
                List.of(
                        "",
                        "labels/s",
                        "lease p50",
                        "lease p99",
                        "submit p50",
                        "submit p99",
                        "empty p50",
                        "empty p99",
                        "lease - empty p99",
                        "earning p50",
                        "earning p99",
                        "stream p50",
                        "stream p99"),
                rows);
    }

    /** What was written per label or row: what the raw pipe writes again. */
    static ResultTable written(String name, WrittenData written, long units) {
        return new ResultTable(
                name + ": written per label or row",
                List.of("", "count", "bytes"),
                List.of(
                        List.of(
                                "Kafka records",
                                (double) written.recordCount() / units,
                                written.recordBytes() / units),
                        List.of(
                                "documents",
                                (double) written.documentCount() / units,
                                written.documentBytes() / units)));
    }

    private static List<Object> waits(String name, Latencies latencies) {
        return List.of(name, latencies.p50(), latencies.p99());
    }

    /**
     * What a phase cost in which process.
     *
     * @param seconds that it took
     * @param processor seconds by process
     */
    static ResultTable processes(
            BenchEnvironment environment,
            String name,
            double seconds,
            Map<String, Double> processor) {
        Map<String, Long> pids = environment.pids();
        List<List<Object>> rows = new ArrayList<>();
        processor.forEach(
                (process, used) -> {
                    long pid = pids.getOrDefault(process, ProcessHandle.current().pid());
                    rows.add(
                            List.of(
                                    process,
                                    used,
                                    used / seconds,
                                    Memory.residentBytes(pid) / MEGABYTE,
                                    JdkTools.heapBytes(pid) / MEGABYTE));
                });
        return new ResultTable(
                "processes during " + name,
                List.of("process", "processor s", "cores", "resident MB", "heap MB"),
                rows);
    }
}
