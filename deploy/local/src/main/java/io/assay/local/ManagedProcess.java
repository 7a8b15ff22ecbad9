package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of a stack, which may be killed and started again under its name. */
final class ManagedProcess {

    private static final int POLL_MILLIS = 50;
    private static final int TAIL_LINES = 15;

    /** In a session of its own, so that Ctrl-C reaches only the supervisor. */
    static final List<String> OWN_SESSION =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

    private final ProcessSpec spec;
    private final Consumer<Crash> onCrash;
    private volatile @Nullable Process process;
    private volatile @Nullable Process endedByUs;
    private volatile @Nullable Duration timeToReady;
    private volatile Instant begun = Instant.EPOCH;
    private volatile Duration lived = Duration.ZERO;

    ManagedProcess(ProcessSpec spec, Consumer<Crash> onCrash) {
        this.spec = spec;
        this.onCrash = onCrash;
    }

    ProcessSpec spec() {
        return spec;
    }

    /** Starts it unless it runs already. */
    synchronized void start() {
        if (isAlive()) {
            return;
        }
        spec.readiness().reset();
        timeToReady = null;
        List<String> command = new ArrayList<>(OWN_SESSION);
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(spec.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Process started = builder.start();
            begun = Instant.now();
            process = started;
            var _ = started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + spec.name(), e);
        }
    }

    private void ended(Process ended) {
        if (ended == process && ended != endedByUs && timeToReady != null) {
            lived = Duration.between(begun, Instant.now());
            onCrash.accept(crash(ended));
        }
    }

    private Crash crash(Process ended) {
        return new Crash(
                spec.name(), ended.exitValue(), spec.log(), Logs.tail(spec.log(), TAIL_LINES));
    }

    /**
     * Returns once it serves.
     *
     * @throws StackFailure if it ends or the time runs out before
     */
    void awaitReady(Duration timeout) throws InterruptedException {
        Process awaited = running();
        Instant from = started(awaited);
        Instant deadline = Instant.now().plus(timeout);
        while (!spec.readiness().reached()) {
            if (awaited.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StackFailure(crash(awaited).describe());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailure(
                        "%s is not ready after %d s; its log: %s%s"
                                .formatted(
                                        spec.name(),
                                        timeout.toSeconds(),
                                        spec.log(),
                                        Logs.indented(Logs.tail(spec.log(), TAIL_LINES))));
            }
        }
        timeToReady = Duration.between(from, Instant.now());
    }

    /** Asks it to end, and kills it when it doesn't within the grace. */
    synchronized void stop(Duration grace) throws InterruptedException {
        Process stopped = process;
        endedByUs = stopped;
        if (stopped != null && stopped.isAlive()) {
            stopped.destroy();
            if (!stopped.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                stopped.destroyForcibly().waitFor();
            }
        }
    }

    /** SIGKILL: the process gets no chance to do anything. */
    synchronized void kill() throws InterruptedException {
        Process killed = process;
        endedByUs = killed;
        if (killed != null) {
            killed.destroyForcibly().waitFor();
        }
    }

    boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** How long it ran before it ended by itself the last time. */
    Duration lived() {
        return lived;
    }

    Process running() {
        Process current = process;
        if (current == null) {
            throw new StackFailure(spec.name() + " was not started");
        }
        return current;
    }

    @Nullable ProcessState state() {
        Process current = process;
        return current == null
                ? null
                : new ProcessState(
                        spec.name(),
                        current.pid(),
                        started(current),
                        timeToReady == null ? null : timeToReady.toMillis() / 1000.0,
                        spec.log().toString(),
                        spec.address());
    }

    private static Instant started(Process process) {
        return process.info().startInstant().orElseGet(Instant::now);
    }
}
