package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes stage by stage, watches them, and stops them in reverse. One that ends by itself
 * is started again, after pauses that grow while it does not last. What runs is written to the work
 * directory at every change.
 */
final class Supervisor {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(12);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    /** Who lived so long is no longer held to have died of its start. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    private final Path work;
    private final @Nullable Path data;
    private final Progress progress;
    private final Duration firstPause;
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    private final Instant started = Instant.now();
    private final List<List<ManagedProcess>> stages = new ArrayList<>();
    private final Map<String, ManagedProcess> byName = new LinkedHashMap<>();
    private @Nullable Double secondsToReady;
    private boolean closed;

    /**
     * @param firstPause before a process that ended is started again for the first time
     */
    Supervisor(
            Path work,
            @Nullable Path data,
            List<List<ProcessSpec>> stages,
            Progress progress,
            Duration firstPause) {
        this.work = work;
        this.data = data;
        this.progress = progress;
        this.firstPause = firstPause;
        for (List<ProcessSpec> stage : stages) {
            List<ManagedProcess> processes =
                    stage.stream().map(spec -> new ManagedProcess(spec, this::crashed)).toList();
            this.stages.add(processes);
            processes.forEach(process -> byName.put(process.spec().name(), process));
        }
    }

    /**
     * Starts everything; a stage begins when the one before serves.
     *
     * @param parallel how many may be coming up at a time
     * @throws StackFailure if one doesn't come up; the others are stopped then
     */
    void startAll(int parallel) {
        refuseSecondStack();
        try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
            createDirectories();
            for (List<ManagedProcess> stage : stages) {
                List<Future<?>> starts = new ArrayList<>();
                stage.forEach(process -> starts.add(pool.submit(() -> startNow(process))));
                try {
                    for (Future<?> start : starts) {
                        start.get();
                    }
                } catch (ExecutionException e) {
                    pool.shutdownNow();
                    throw e.getCause() instanceof StackFailure failure
                            ? failure
                            : new StackFailure(String.valueOf(e.getCause()));
                }
            }
            secondsToReady = Duration.between(started, Instant.now()).toMillis() / 1000.0;
            writeState();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopAll();
            throw new StackFailure("interrupted while starting");
        } catch (StackFailure e) {
            stopAll();
            throw e;
        }
    }

    private void refuseSecondStack() {
        StackState.read(work)
                .filter(StackState::isAlive)
                .ifPresent(
                        state -> {
                            throw new StackFailure("already running, since " + state.started());
                        });
    }

    private void createDirectories() {
        try {
            Files.createDirectories(work.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Void startNow(ManagedProcess process) throws InterruptedException {
        launch(process);
        process.awaitReady(TIMEOUT);
        ProcessState state = Objects.requireNonNull(process.state());
        double seconds = Objects.requireNonNull(state.secondsToReady());
        progress.ready(state.name(), state.pid(), Duration.ofMillis(Math.round(seconds * 1000)));
        writeState();
        return null;
    }

    private synchronized void launch(ManagedProcess process) {
        if (closed) {
            throw new StackFailure("the stack is stopped");
        }
        process.start();
        writeState();
    }

    private void crashed(Crash crash) {
        ManagedProcess process = process(crash.name());
        boolean restart = process.spec().restart();
        progress.crashed(crash, restart);
        if (restart) {
            Thread.ofVirtual().name("restart-" + crash.name()).start(() -> revive(process));
        }
    }

    /** Until it serves, is started by somebody else, or all is stopped. */
    private void revive(ManagedProcess process) {
        while (!isClosed() && !process.isAlive()) {
            try {
                Thread.sleep(pauseBefore(process));
                if (!isClosed() && !process.isAlive()) {
                    startNow(process);
                    return;
                }
            } catch (StackFailure e) {
                if (!isClosed()) {
                    progress.failedToStart(process.spec().name(), String.valueOf(e.getMessage()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Duration pauseBefore(ManagedProcess process) {
        return pauses.compute(
                process.spec().name(),
                (_, last) ->
                        last == null || process.lived().compareTo(LASTING) > 0
                                ? firstPause
                                : shorter(last.multipliedBy(2), MAX_PAUSE));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Starts one that was killed or died, and returns when it serves. */
    void start(String name) {
        try {
            startNow(process(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill(String name) {
        try {
            process(name).kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(String name) {
        try {
            process(name).stop(GRACE);
            progress.stopped(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops all, the last stage first; those of a stage at once.
     *
     * @return false if that was done before
     */
    synchronized boolean stopAll() {
        if (closed) {
            return false;
        }
        closed = true;
        for (List<ManagedProcess> stage : stages.reversed()) {
            try (ExecutorService pool = Executors.newCachedThreadPool()) {
                stage.stream()
                        .filter(ManagedProcess::isAlive)
                        .forEach(process -> pool.execute(() -> stop(process.spec().name())));
            }
        }
        StackState.clear(work);
        return true;
    }

    private synchronized void writeState() {
        if (closed) {
            return;
        }
        List<ProcessState> states =
                byName.values().stream()
                        .map(ManagedProcess::state)
                        .filter(Objects::nonNull)
                        .toList();
        new StackState(
                        self(),
                        data == null ? null : data.toString(),
                        started,
                        secondsToReady,
                        states)
                .write(work);
    }

    private static ProcessState self() {
        ProcessHandle self = ProcessHandle.current();
        Instant since = self.info().startInstant().orElseGet(Instant::now);
        return new ProcessState("supervisor", self.pid(), since, null, "", "");
    }

    ManagedProcess process(String name) {
        ManagedProcess process = byName.get(name);
        if (process == null) {
            throw new UsageError(
                    "process: " + name + " (expected: one of " + byName.keySet() + ")");
        }
        return process;
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
