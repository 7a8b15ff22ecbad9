package io.assay.load.bench;

import io.assay.cli.people.LoadWorker.Answered;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all workers of a phase counted. */
final class PhaseCounts {

    private static final int SHOWN = 160;

    final Latencies leases = new Latencies();
    final Latencies submits = new Latencies();
    final Latencies nothings = new Latencies();
    private final AtomicLong leased = new AtomicLong();
    private final AtomicLong submitted = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private volatile long recordingFrom;

    /** Times before this moment are not kept; counts are. */
    void recordFrom(long nanoTime) {
        recordingFrom = nanoTime;
    }

    void leased(Answered answered, int count) {
        leased.addAndGet(count);
        keep(leases, answered);
    }

    /** Leased with something else. */
    void leased(int count) {
        leased.addAndGet(count);
    }

    void submitted(Answered answered, int count) {
        submitted.addAndGet(count);
        keep(submits, answered);
    }

    void nothing(Answered answered) {
        add(nothings, answered);
    }

    private void keep(Latencies latencies, Answered answered) {
        repeated.addAndGet(answered.repetitions());
        if (answered.isSuccess()) {
            add(latencies, answered);
        } else {
            refused(answered.status() + " " + answered.problem());
        }
    }

    private void add(Latencies latencies, Answered answered) {
        if (System.nanoTime() - recordingFrom >= 0) {
            latencies.add(answered.nanos());
        }
    }

    void refused(String why) {
        String shown = why.length() <= SHOWN ? why : why.substring(0, SHOWN);
        refusals.computeIfAbsent(shown, _ -> new LongAdder()).increment();
    }

    void broken(IOException e) {
        refused(String.valueOf(e.getMessage()));
    }

    long leased() {
        return leased.get();
    }

    long submitted() {
        return submitted.get();
    }

    /** Requests that were sent again, as the gateway had no answer in time. */
    long repeated() {
        return repeated.get();
    }

    Map<String, Long> refusals() {
        Map<String, Long> counts = new TreeMap<>();
        refusals.forEach((why, count) -> counts.put(why, count.sum()));
        return counts;
    }
}
