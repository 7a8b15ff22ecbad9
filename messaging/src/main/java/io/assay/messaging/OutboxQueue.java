package io.assay.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Outboxes that wait in memory to be published, in the order of their writes. Bounded: what does
 * not fit is left to the scan.
 */
final class OutboxQueue {

    /** An outbox as its aggregate's document has it. */
    record Waiting(String collection, String id, long version, Outbox outbox) {
        String key() {
            return collection + "/" + id;
        }
    }

    /**
     * What one write left to be published.
     *
     * @param mark under which all of it is pending in the documents; empty if it is a single one
     */
    record Work(String collection, String mark, List<Waiting> aggregates) {

        Work {
            aggregates = List.copyOf(aggregates);
        }

        boolean isBulk() {
            return !mark.isEmpty();
        }

        long bytes() {
            return aggregates.stream().mapToLong(waiting -> waiting.outbox().bytes()).sum();
        }
    }

    private static final int MAX_EVENTS = 50_000;

    /** Of events: most have 1 kB, but some a thousand times that. */
    static final long MAX_BYTES = 48L << 20;

    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** Never blocks. */
    void offer(Work work) {
        if (size.get() < MAX_EVENTS && bytes.get() < MAX_BYTES) {
            bytes.addAndGet(work.bytes());
            size.addAndGet(work.aggregates().size());
            work.aggregates().forEach(waiting -> keys.add(waiting.key()));
            queue.add(work);
        }
    }

    /** What waits, at most about so many aggregates; empty if nothing does for a while. */
    List<Work> take(int most, Duration patience) throws InterruptedException {
        List<Work> taken = new ArrayList<>();
        Work next = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        int count = 0;
        while (next != null) {
            taken.add(next);
            count += next.aggregates().size();
            next = count < most ? queue.poll() : null;
        }
        return taken;
    }

    /** It is published, or given up until the scan finds it. */
    void over(Work work) {
        work.aggregates().forEach(waiting -> keys.remove(waiting.key()));
        size.addAndGet(-work.aggregates().size());
        bytes.addAndGet(-work.bytes());
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Aggregates that wait or are being published. */
    int size() {
        return size.get();
    }

    /** Whether half of what may wait does. */
    boolean isHalfFull() {
        return bytes.get() >= MAX_BYTES / 2;
    }

    /** Whether this aggregate waits or is being published. */
    boolean holds(String collection, String id) {
        return keys.contains(collection + "/" + id);
    }
}
