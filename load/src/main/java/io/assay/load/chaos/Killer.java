package io.assay.load.chaos;

import io.assay.cli.client.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/** Carries out a plan of kills; a victim that is still coming up is waited for. */
final class Killer {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final Processes processes;
    private final Map<String, AtomicInteger> killed = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Killer(Processes processes) {
        this.processes = processes;
    }

    /** What can be killed. */
    interface Processes {

        /** SIGKILL. */
        void kill(String name);

        /** Starts a dead one, and returns when it serves. */
        void restart(String name);
    }

    /** Kills so far, by victim. */
    Map<String, Integer> killed() {
        Map<String, Integer> counts = new TreeMap<>();
        killed.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    int count() {
        return killed.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Processes that did not come up again, in words. */
    Queue<String> failures() {
        return failures;
    }

    /**
     * Returns when all are dead and up again. Up to three may be down at once.
     *
     * @param done how much of the work is done, 0 to 1; if it stands still, the next kill comes too
     */
    void carryOut(KillPlan plan, DoubleSupplier done) {
        Map<String, Object> locks = new HashMap<>();
        try (ExecutorService reviving = Executors.newFixedThreadPool(3)) {
            for (KillPlan.Kill kill : plan.kills()) {
                awaitWork(kill.at(), done);
                Pause.of(kill.after());
                Object lock = locks.computeIfAbsent(kill.victim(), _ -> new Object());
                reviving.execute(() -> killAndRevive(kill, lock));
            }
        }
    }

    private static void awaitWork(double at, DoubleSupplier done) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (done.getAsDouble() < at && System.nanoTime() < deadline) {
            Pause.of(POLL_INTERVAL);
        }
    }

    private void killAndRevive(KillPlan.Kill kill, Object lock) {
        synchronized (lock) {
            try {
                processes.kill(kill.victim());
                killed.computeIfAbsent(kill.victim(), _ -> new AtomicInteger()).incrementAndGet();
                Pause.of(kill.down());
                processes.restart(kill.victim());
            } catch (RuntimeException e) {
                failures.add(kill.victim() + ": " + e.getMessage());
            }
        }
    }
}
