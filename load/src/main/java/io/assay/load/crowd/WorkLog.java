package io.assay.load.crowd;

import io.assay.cli.client.Reply;
import io.assay.cli.people.Refusals;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the crowd received from the platform, to compare with what the platform stores. */
public final class WorkLog {

    private final Set<String> labelled = ConcurrentHashMap.newKeySet();
    private final Set<String> flagged = ConcurrentHashMap.newKeySet();
    private final Set<String> returned = ConcurrentHashMap.newKeySet();
    private final Refusals refusals = new Refusals();
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

    /** Assignments whose label or flag was acknowledged, so far. */
    Set<String> acknowledged() {
        Set<String> acknowledged = new HashSet<>(labelled);
        acknowledged.addAll(flagged);
        return acknowledged;
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

    public Refusals refusals() {
        return refusals;
    }

    void handedOut(int count) {
        leased.addAndGet(count);
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    /** Files an acknowledged answer; false if it was none. */
    boolean acknowledged(String assignmentId, Action act, Reply reply) {
        if (!reply.isSuccess()) {
            return false;
        }
        switch (act) {
            case Action.Label _ -> labelled.add(assignmentId);
            case Action.Flag _ -> flagged.add(assignmentId);
            case Action.Skip _, Action.Release _ -> returned.add(assignmentId);
            case Action.Abandon _ -> {}
        }
        return true;
    }
}
