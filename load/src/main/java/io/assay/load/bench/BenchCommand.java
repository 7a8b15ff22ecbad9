package io.assay.load.bench;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.people.LoadWorkers;
import io.assay.cli.people.Staff;
import io.assay.cli.terminal.Commands;
import io.assay.load.OwnStack;
import io.assay.local.LocalStack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./assay bench}. */
@Command(
        name = "bench",
        description = {
            "Starts a stack of its own with the optimising compiler, puts load on it through the"
                    + " gateway, and",
            "prints a table. bench jmh [arguments of JMH]: the benchmarks of the pure parts."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 0 if all was measured, 1 if something went wrong, 2 if it could not start."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(30);

    private final PrintStream out;

    @Mixin private BenchOptions options;

    public BenchCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        options.check();
        Report report = new Report(out);
        try (LocalStack stack = BenchStack.start(out, options);
                Http http = new Http(URI.create(stack.gatewayUrl()), RETRY_TIMEOUT)) {
            report.said("measured on " + Machine.description());
            Staff staff = Staff.create(new Accounts(http), stack.secrets().opsPassword());
            try (LoadWorkers workforce = workers(staff, options);
                    BenchEnvironment environment =
                            BenchEnvironment.prepare(
                                    stack, staff, workforce, profiler(out, stack, options))) {
                report.said("%,d workers have joined".formatted(workforce.workers().size()));
                new Bench(environment, options, report).run();
            }
        }
        report.print();
        if (options.json() != null) {
            report.write(options.json());
        }
        return report.faultless() ? 0 : Commands.FAILED;
    }

    private static @Nullable Profiler profiler(
            PrintStream out, LocalStack stack, BenchOptions options) {
        Path directory = OwnStack.directory("bench-profile");
        return options.profile() ? Profiler.of(out, directory, BenchEnvironment.pids(stack)) : null;
    }

    private static LoadWorkers workers(Staff staff, BenchOptions options)
            throws InterruptedException {
        return LoadWorkers.create(
                staff.accounts(),
                staff.ops(),
                "bench-" + staff.run(),
                options.maxWorkers() + BenchEnvironment.PROBES);
    }
}
