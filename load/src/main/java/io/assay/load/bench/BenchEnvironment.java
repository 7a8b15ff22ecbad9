package io.assay.load.bench;

import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorkers;
import io.assay.cli.people.Staff;
import io.assay.local.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where load is put: a running stack with its people.
 *
 * @param probing a project of which one label decides a task
 * @param profiler null if nothing is to be recorded
 */
record BenchEnvironment(
        LocalStack stack,
        Staff staff,
        LoadWorkers workforce,
        BenchProject probing,
        ConsumerLag lag,
        @Nullable Profiler profiler)
        implements AutoCloseable {

    static final int PROBES = 2;

    private static final int PROBING_TASKS = 8_000;
    private static final int PROBING_BATCH = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** With everything that every phase needs. */
    static BenchEnvironment prepare(
            LocalStack stack, Staff staff, LoadWorkers workforce, @Nullable Profiler profiler)
            throws IOException, InterruptedException, TimeoutException {
        BenchProject probing =
                BenchProject.create(staff, "Probes", PROBING_TASKS, 1, PROBING_BATCH);
        probing.fill();
        BenchEnvironment environment =
                new BenchEnvironment(
                        stack,
                        staff,
                        workforce,
                        probing,
                        new ConsumerLag(stack.kafkaBootstrap()),
                        profiler);
        environment.settle();
        return environment;
    }

    /** Waits until the services have nothing left to do. */
    long settle() throws TimeoutException {
        return lag.awaitNone(TIMEOUT);
    }

    /** So many who work, or as many as there are; never one who probes. */
    List<LoadWorker> workersOf(int count) {
        List<LoadWorker> all = workforce.workers();
        return all.subList(0, Math.min(count, all.size() - PROBES));
    }

    /** Those who probe. */
    List<LoadWorker> probes() {
        List<LoadWorker> all = workforce.workers();
        return all.subList(all.size() - PROBES, all.size());
    }

    Engines engines() {
        return new Engines(stack.kafkaBootstrap(), stack.documentsUri(), stack.databasePrefix());
    }

    EngineBaseline baseline() {
        return new EngineBaseline(
                stack.kafkaBootstrap(), stack.documentsUri(), stack.databasePrefix());
    }

    Map<String, Long> pids() {
        return pids(stack);
    }

    static Map<String, Long> pids(LocalStack stack) {
        Map<String, Long> pids = new LinkedHashMap<>();
        stack.names().forEach(name -> pids.put(name, stack.pid(name)));
        return pids;
    }

    void startProfile() {
        if (profiler != null) {
            profiler.start();
        }
    }

    void stopProfile(String phase) {
        if (profiler != null) {
            profiler.stop(phase);
        }
    }

    @Override
    public void close() {
        lag.close();
    }
}
