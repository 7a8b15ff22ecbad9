package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Takes by one thread from a share with a million tasks open. One operation is one task, except in
 * {@link #askWhy}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC"})
public class DispatchBenchmark {

    private static final int TASKS = 1_000_000;
    private static final int WORKERS = 200;
    private static final int ROUND = 4_000;

    /** What a worker takes in a round is answered and replaced before the next, untimed. */
    @State(Scope.Thread)
    public static class Round {

        @Param({"1", "10"})
        public int batch;

        @Param({"1", "100"})
        public int projects;

        private SimulatedWorkers workers;
        private List<List<Pick>> taken;
        private List<String> takers;

        @Setup
        public void fill() {
            workers = new SimulatedWorkers(TASKS, projects, WORKERS);
            taken = new ArrayList<>();
            takers = new ArrayList<>();
        }

        @TearDown(Level.Invocation)
        public void replace() {
            for (int i = 0; i < taken.size(); i++) {
                workers.answer(takers.get(i), taken.get(i));
                workers.replace(taken.get(i));
            }
            taken.clear();
            takers.clear();
        }
    }

    /** Had ten thousand of the tasks that are still open to others. */
    @State(Scope.Thread)
    public static class Veteran {

        @Param({"0", "10000", "100000"})
        public int had;

        private SimulatedWorkers workers;

        @Setup
        public void fill() {
            workers = new SimulatedWorkers(TASKS, 1, WORKERS);
            workers.letAnswer("veteran", had);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROUND)
    public int take(Round round) {
        int count = 0;
        while (count < ROUND) {
            String worker = round.workers.nextWorker();
            List<Pick> picks = full(round.workers.take(worker, round.batch), round.batch);
            round.taken.add(picks);
            round.takers.add(worker);
            count += round.batch;
        }
        return count;
    }

    /** From the take to the answer, the result, and a new task in its place. */
    @Benchmark
    @OperationsPerInvocation(ROUND)
    public int wholeLife(Round round) {
        int count = 0;
        while (count < ROUND) {
            String worker = round.workers.nextWorker();
            List<Pick> picks = full(round.workers.take(worker, round.batch), round.batch);
            round.workers.lease(worker, picks);
            round.workers.answer(worker, picks);
            round.workers.replace(picks);
            count += round.batch;
        }
        return count;
    }

    @Benchmark
    @OperationsPerInvocation(10)
    public List<Pick> takeAndPutBack(Veteran veteran) {
        List<Pick> picks = veteran.workers.take("veteran", 10);
        veteran.workers.putBack("veteran", picks);
        return picks;
    }

    @Benchmark
    public TaskAvailability askWhy(Veteran veteran) {
        return veteran.workers.dispatch.availability(
                "project-0", "veteran", 2, RemainingBudget.UNLIMITED);
    }

    private static List<Pick> full(List<Pick> picks, int batch) {
        if (picks.size() != batch) {
            throw new IllegalStateException(
                    "picks: " + picks.size() + " (expected: " + batch + ")");
        }
        return picks;
    }

    /** Takes the options of JMH; prints bytes per open task too. */
    public static void main(String... args) throws CommandLineOptionException, RunnerException {
        System.out.println(DispatchMemory.report(TASKS, 100, WORKERS));
        new Runner(
                        new OptionsBuilder()
                                .parent(new CommandLineOptions(args))
                                .include(DispatchBenchmark.class.getName())
                                .build())
                .run();
    }
}
