package io.assay.truth.inference;

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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A batch fit of 100,000 labels by 500 workers; one label in the incremental form, after as many.
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class InferenceBenchmark {
    private static final int LABELS = 100_000;
    private static final int ROUND = 10_000;

    @State(Scope.Thread)
    public static class Crowd {

        @Param({"2", "10", "24"})
        public int classes;

        private ArrivingLabels stream;
        private Labels labels;

        @Setup
        public void record() {
            stream = new ArrivingLabels(classes, LABELS + ROUND, 1);
            labels = stream.labels(LABELS);
        }
    }

    /** Has heard 100,000 labels; what is added is forgotten again, untimed. */
    @State(Scope.Thread)
    public static class Listener {

        @Param({"2", "10", "24"})
        public int classes;

        private ArrivingLabels stream;
        private IncrementalInference inference;

        @Setup(Level.Invocation)
        public void listen() {
            stream = new ArrivingLabels(classes, LABELS + ROUND, 1);
            inference = new IncrementalInference(classes);
            stream.tell(inference, 0, LABELS);
            inference.refit();
        }
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Posteriors batchFit(Crowd crowd) {
        return new AssayInference().infer(crowd.labels);
    }

    /** One operation is one label and the reading of its item's posterior. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @OperationsPerInvocation(ROUND)
    public double addLabel(Listener listener) {
        return listener.stream.tell(listener.inference, LABELS, LABELS + ROUND);
    }

    /** Takes the options of JMH. */
    public static void main(String... args) throws CommandLineOptionException, RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .parent(new CommandLineOptions(args))
                                .include(InferenceBenchmark.class.getName())
                                .build())
                .run();
    }
}
