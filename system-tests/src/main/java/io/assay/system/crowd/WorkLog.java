package io.assay.system.crowd;

import io.assay.system.client.Reply;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the platform told the crowd: its side of the story, to hold against the platform's own. */
public final class WorkLog {

    private static final int MOST_SURPRISES = 50;

    private final Set<String> labelled = ConcurrentHashMap.newKeySet();
    private final Set<String> flagged = ConcurrentHashMap.newKeySet();
    private final Set<String> returned = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicLong leased = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();

    /** Assignments whose label was acknowledged. */
    public Set<String> labelled() {
        return labelled;
    }

    /** Assignments whose flag was acknowledged. */
    public Set<String> flagged() {
        return flagged;
    }

    /** Assignments skipped or given back, acknowledged. */
    public Set<String> returned() {
        return returned;
    }

    /** How many assignments were handed out. */
    public long leased() {
        return leased.get();
    }

    /** How often an answer was sent twice on purpose. */
    public long repeats() {
        return repeats.get();
    }

    /** Ordinary refusals (a lease that ran out, nothing to change) by their slug. */
    public Map<String, Long> refusals() {
        Map<String, Long> counts = new TreeMap<>();
        refusals.forEach((slug, count) -> counts.put(slug, count.sum()));
        return counts;
    }

    /** Answers that the API does not promise; none, if all is well. */
    public List<String> surprises() {
        return List.copyOf(surprises);
    }

    void handedOut(int count) {
        leased.addAndGet(count);
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    /** Files an acknowledged answer; false if it was none. */
    boolean acknowledged(String assignmentId, Act act, Reply reply) {
        if (!reply.isSuccess()) {
            return false;
        }
        switch (act) {
            case Act.Label _ -> labelled.add(assignmentId);
            case Act.Flag _ -> flagged.add(assignmentId);
            case Act.Skip _, Act.Release _ -> returned.add(assignmentId);
            case Act.Abandon _ -> {}
        }
        return true;
    }

    void refused(String what) {
        refusals.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    void surprised(String what) {
        if (surprises.size() < MOST_SURPRISES) {
            surprises.add(what);
        }
    }
}
