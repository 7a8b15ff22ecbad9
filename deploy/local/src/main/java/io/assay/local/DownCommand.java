package io.assay.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: stops what {@code up} started, whoever watches it. */
final class DownCommand {

    private static final Duration SUPERVISOR_GRACE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final Path work;
    private final Console console;

    DownCommand(Path work, Console console) {
        this.work = work;
        this.console = console;
    }

    int run(List<String> rest) {
        Arguments.parse(rest, Set.of(), Set.of());
        StackState state = StackState.read(work).orElse(null);
        if (state == null || !(state.isAlive() || state.supervisor().isAlive())) {
            StackState.clear(work);
            console.line("Nothing runs.");
            return 0;
        }
        if (state.supervisor().isAlive()) {
            state.supervisor().handle().ifPresent(handle -> end(handle, SUPERVISOR_GRACE));
        }
        stopLeft(state);
        StackState.clear(work);
        console.line("Stopped.");
        return 0;
    }

    /** The services at once, then the engines: they come last in the reversed order. */
    private void stopLeft(StackState state) {
        List<ProcessState> engines = new ArrayList<>();
        List<ProcessState> services = new ArrayList<>();
        for (ProcessState process : state.processes()) {
            (isEngine(process) ? engines : services).add(process);
        }
        Collections.reverse(services);
        stopAll(services);
        stopAll(engines);
    }

    private static boolean isEngine(ProcessState process) {
        return process.name().startsWith(Component.KAFKA.processName())
                || process.name().startsWith(Component.DOCUMENTS.processName());
    }

    private void stopAll(List<ProcessState> processes) {
        processes.forEach(process -> process.handle().ifPresent(ProcessHandle::destroy));
        for (ProcessState process : processes) {
            process.handle().ifPresent(handle -> end(handle, GRACE));
            console.line("  " + console.good("✓") + " %-20s stopped".formatted(process.name()));
        }
    }

    private static void end(ProcessHandle handle, Duration grace) {
        handle.destroy();
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
