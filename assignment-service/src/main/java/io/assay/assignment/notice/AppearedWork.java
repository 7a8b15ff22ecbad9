package io.assay.assignment.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out which projects came to have work for one worker. Used by one thread. */
final class AppearedWork {

    /** Work that comes back sooner, as when a lease is returned, was not gone. */
    static final Duration GONE = Duration.ofMinutes(1);

    /** When each project had work last, of those that had some lately. */
    private final Map<String, Instant> hadWork = new HashMap<>();

    private boolean first = true;

    /**
     * Those that had none for a while. What has work when the worker begins to wait is no news.
     *
     * @param withWork projects that have work for the worker now
     */
    Set<String> next(Set<String> withWork, Instant now) {
        hadWork.values().removeIf(last -> last.plus(GONE).isBefore(now));
        Set<String> appeared = new TreeSet<>(first ? Set.of() : withWork);
        appeared.removeAll(hadWork.keySet());
        withWork.forEach(project -> hadWork.put(project, now));
        first = false;
        return appeared;
    }
}
