package io.assay.load.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each process had used of the processors at a moment. */
record Usage(Map<String, Duration> processor, long nanos) {

    /** The load generator's own name. */
    static final String SELF = "load generator";

    /**
     * @param pids by name
     */
    static Usage now(Map<String, Long> pids) {
        Map<String, Duration> processor = new LinkedHashMap<>();
        pids.forEach((name, pid) -> processor.put(name, of(pid)));
        processor.put(SELF, of(ProcessHandle.current().pid()));
        return new Usage(processor, System.nanoTime());
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Seconds of processor time by process. */
    Map<String, Double> secondsSince(Usage before) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processor.forEach(
                (name, used) ->
                        seconds.put(
                                name,
                                used.minus(before.processor.getOrDefault(name, Duration.ZERO))
                                                .toMillis()
                                        / 1_000.0));
        return seconds;
    }

    double wallSecondsSince(Usage before) {
        return (nanos - before.nanos) / 1e9;
    }
}
