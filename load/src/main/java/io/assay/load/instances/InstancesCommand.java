package io.assay.load.instances;

import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.local.Component;
import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import io.assay.local.StackFailure;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;

/** {@code ./assay instances}: what it takes from outside, and how it ends. */
public final class InstancesCommand {

    private InstancesCommand() {}

    /** The exit code: 0 if everything adds up, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(InstancesOptions.USAGE);
            return 0;
        }
        try {
            return run(out, InstancesOptions.parse(arguments, new Random().nextInt(1_000_000)));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(InstancesOptions.USAGE);
            return 2;
        } catch (StackFailure e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (TimeoutException | ProblemException | Http.Unreachable e) {
            out.println("✘ " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static int run(PrintStream out, InstancesOptions options)
            throws TimeoutException, InterruptedException {
        out.println(
                "%d instances of assignment-service, %,d tasks × %d labels, seed %d"
                        .formatted(
                                options.instances(),
                                options.tasks(),
                                options.labels(),
                                options.seed()));
        Path home = Home.find();
        StackConfig config =
                StackConfig.isolated(home, home.resolve("load/target/instances"))
                        .withInstances(Component.ASSIGNMENT, options.instances());
        try (LocalStack stack = LocalStack.start(config, Progress.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "instances-shutdown"));
            out.println("✔ a stack of its own is up");
            List<Check> checks = new Proof(out, stack, options).run();
            out.println();
            out.println(
                    Table.of(
                            "%d instances, one killed (seed %d)"
                                    .formatted(options.instances(), options.seed()),
                            checks));
            return Table.allHold(checks) ? 0 : 1;
        }
    }
}
