package io.assay.messaging;

import io.assay.messaging.OutboxQueue.Waiting;
import io.assay.messaging.OutboxQueue.Work;
import io.assay.messaging.OutboxSender.Sent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the events that wait in aggregates' outboxes: in order per aggregate, at least once,
 * never before the write that they are of. What the broker will never take goes to the dead letters
 * and holds up nothing, neither of other aggregates nor later events of its own, which readers take
 * by its sequence. Fed from memory after each write; what a crash left behind is found by a scan
 * that one instance at a time does.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 1_000;

    /** Who writes many waits while so many are not published: a second's work, a few megabytes. */
    private static final int ROOM = 10_000;

    private static final Duration SCAN_INTERVAL = Duration.ofSeconds(2);

    private static final Duration FAILING = Duration.ofSeconds(10);

    /** So long a write waits for room; then it is to be tried again. */
    private static final Duration ROOM_TIMEOUT = Duration.ofSeconds(20);

    /** Longer than the broker may take to refuse something. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    /**
     * Entries younger than this are most likely still in the memory of the instance that wrote
     * them.
     */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final OutboxQueue queue;
    private final OutboxSender sender;
    private final OutboxScan scan;
    private final RelayLease lease;
    private final Clock clock;
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final Counter published;
    private final Counter failed;
    private final Counter refused;
    private volatile boolean running;
    private volatile long failedAt;
    private volatile long oldestMillis;
    private volatile @Nullable Thread publisher;
    private volatile @Nullable Thread scanner;

    OutboxRelay(
            OutboxQueue queue,
            OutboxSender sender,
            OutboxScan scan,
            RelayLease lease,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.sender = sender;
        this.scan = scan;
        this.lease = lease;
        this.clock = clock;
        this.failedAt = System.nanoTime() - FAILING.toNanos();
        this.published = meters.counter("assay.outbox.published");
        this.failed = meters.counter("assay.outbox.failed");
        this.refused = meters.counter("assay.outbox.refused");
        Gauge.builder("assay.outbox.pending", queue, OutboxQueue::size).register(meters);
        Gauge.builder("assay.outbox.age", this, relay -> relay.oldestMillis / 1_000.0)
                .baseUnit("seconds")
                .description("age of the oldest event that is not published")
                .register(meters);
    }

    void register(String collection) {
        collections.add(collection);
    }

    /** Never blocks: what does not fit is left to the scan. */
    void offer(String collection, String id, long version, Outbox outbox) {
        if (!outbox.entries().isEmpty()) {
            Waiting waiting = new Waiting(collection, id, version, outbox);
            offer(new Work(collection, "", List.of(waiting)));
        }
    }

    /** Never blocks either. */
    void offer(Work work) {
        queue.offer(work);
    }

    /**
     * Returns when few events wait and the broker takes them.
     *
     * @throws PublishFailed if that takes too long, or the service stops before
     */
    void awaitRoom() {
        awaitRoom(ROOM_TIMEOUT);
    }

    void awaitRoom(Duration patience) {
        long begun = System.nanoTime();
        while (queue.size() >= ROOM || queue.isHalfFull() || isFailing()) {
            if (!running) {
                throw new PublishFailed("the service is stopping");
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new PublishFailed("too much waits to be published");
            }
            pause(Duration.ofMillis(2));
        }
    }

    @Override
    public void start() {
        running = true;
        publisher = Thread.ofPlatform().name("outbox-relay").start(this::publishWhileRunning);
        scanner = Thread.ofPlatform().name("outbox-scan").daemon().start(this::scanWhileRunning);
    }

    /** Publishes what is queued, then stops; what cannot be published stays in the documents. */
    @Override
    public void stop() {
        running = false;
        Thread scanning = scanner;
        if (scanning != null) {
            scanning.interrupt();
        }
        Thread publishing = publisher;
        if (publishing != null) {
            try {
                publishing.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers start to write, after them on the way down. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }

    private void publishWhileRunning() {
        while (running || !queue.isEmpty()) {
            List<Work> batch = take();
            try {
                count(sender.send(batch));
            } catch (RuntimeException e) {
                failedAt = System.nanoTime();
                failed.increment(batch.size());
                LOG.atWarn()
                        .addKeyValue("writes", batch.size())
                        .setCause(e)
                        .log("outbox not published; the scan will find it");
                if (!running) {
                    return;
                }
            } finally {
                batch.forEach(queue::over);
            }
        }
    }

    private List<Work> take() {
        try {
            return queue.take(BATCH, Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return List.of();
        }
    }

    private void count(Sent sent) {
        published.increment(sent.published());
        failed.increment(sent.failed());
        refused.increment(sent.refused());
        if (sent.published() > 0) {
            failedAt = System.nanoTime() - FAILING.toNanos();
        } else if (sent.failed() > 0) {
            failedAt = System.nanoTime();
        }
    }

    /** Forgotten after a while, as another instance may have published what failed here. */
    private boolean isFailing() {
        return System.nanoTime() - failedAt < FAILING.toNanos();
    }

    private void scanWhileRunning() {
        Duration minAge = Duration.ZERO;
        while (running) {
            try {
                if (lease.held(clock.instant())) {
                    oldestMillis = scan(minAge).toMillis();
                    minAge = LEFT_BEHIND;
                } else {
                    // published by the instance that holds the lease
                    oldestMillis = 0;
                }
                TimeUnit.MILLISECONDS.sleep(SCAN_INTERVAL.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("outbox scan failed; it will be repeated");
                pause(SCAN_INTERVAL);
            }
        }
    }

    private Duration scan(Duration minAge) throws InterruptedException {
        Duration oldest = Duration.ZERO;
        for (String collection : collections) {
            OutboxScan.Found found = scan.look(collection, clock.instant(), minAge);
            oldest = found.oldest().compareTo(oldest) > 0 ? found.oldest() : oldest;
            found.leftBehind().forEach(queue::offer);
            while (running && !found.whole() && isPublished(collection, found.leftBehind())) {
                found = scan.look(collection, clock.instant(), minAge);
                found.leftBehind().forEach(queue::offer);
            }
        }
        return oldest;
    }

    /** Waits for the last of them; false if there was none, or the broker took none. */
    private boolean isPublished(String collection, List<Work> offered) throws InterruptedException {
        if (offered.isEmpty()) {
            return false;
        }
        String last = offered.getLast().aggregates().getFirst().id();
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        while (running && queue.holds(collection, last) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return !isFailing();
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
