package io.assay.cli.people;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the API refused: as it may, or against its promises. Thread-safe. */
public final class Refusals {

    private static final int MAX_SURPRISES = 50;

    private final Map<String, LongAdder> ordinary = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /** How often each ordinary refusal came: a lease that ran out, nothing to change. */
    public Map<String, Long> ordinary() {
        Map<String, Long> counts = new TreeMap<>();
        ordinary.forEach((slug, count) -> counts.put(slug, count.sum()));
        return counts;
    }

    /** Answers that the API does not promise; none, if all is well. */
    public List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    public void refused(String what) {
        ordinary.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    public void unexpected(String what) {
        if (unexpected.size() < MAX_SURPRISES) {
            unexpected.add(what);
        }
    }
}
