package io.assay.assignment.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;

/** Workers who asked within the last minute: scarce work is shared between them. */
final class RecentRequesters {

    private static final long RECENT_MILLIS = 60_000;

    /** When each asked last, the longest ago first. */
    private final LinkedHashMap<Integer, Long> asked = new LinkedHashMap<>();

    void add(int worker, long now) {
        asked.putLast(worker, now);
    }

    void remove(int worker) {
        asked.remove(worker);
    }

    int count(long now) {
        Iterator<Long> oldest = asked.values().iterator();
        while (oldest.hasNext() && oldest.next() <= now - RECENT_MILLIS) {
            oldest.remove();
        }
        return asked.size();
    }
}
