package io.assay.load.bench;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.people.Staff;
import io.assay.cli.people.Workforce;
import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.StackFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** {@code ./assay bench}: what it takes from outside, and how it ends. */
public final class BenchCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BenchCommand() {}

    /** The exit code: 0 if all was measured, 1 if something went wrong, 2 if it could not start. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(BenchOptions.USAGE);
            return 0;
        }
        try {
            return run(out, BenchOptions.parse(arguments));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(BenchOptions.USAGE);
            return 2;
        } catch (StackFailure e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (TimeoutException | ProblemException | Http.Unreachable | IOException e) {
            out.println("✘ " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.println("✘ interrupted");
            return 2;
        }
    }

    private static int run(PrintStream out, BenchOptions options)
            throws IOException, InterruptedException, TimeoutException {
        Report report = new Report(out);
        try (LocalStack stack = BenchStack.start(options);
                Http http = new Http(URI.create(stack.gatewayUrl()), PATIENCE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "bench-shutdown"));
            report.said("a stack of its own is up, on " + Machine.description());
            Staff staff = Staff.hire(new Accounts(http), stack.secrets().opsPassword());
            try (Workforce workforce = gather(staff, options);
                    Site site =
                            Site.prepare(stack, staff, workforce, profiler(out, stack, options))) {
                report.said("%,d workers have joined".formatted(workforce.workers().size()));
                new Bench(site, options, report).run();
            }
        }
        report.print();
        if (options.json().isPresent()) {
            report.write(options.json().get());
        }
        return report.faultless() ? 0 : 1;
    }

    private static @Nullable Profiler profiler(
            PrintStream out, LocalStack stack, BenchOptions options) {
        Path directory = Home.find().resolve("load/target/bench-profile");
        return options.profile() ? Profiler.of(out, directory, Site.pids(stack)) : null;
    }

    private static Workforce gather(Staff staff, BenchOptions options) throws InterruptedException {
        return Workforce.gather(
                staff.accounts(),
                staff.ops(),
                "bench-" + staff.run(),
                options.mostWorkers() + Site.PROBES);
    }
}
