package io.assay.load.chaos;

import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
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

/** {@code ./assay chaos}: what it takes from outside, and how it ends. */
public final class ChaosCommand {

    private ChaosCommand() {}

    /** The exit code: 0 if every statement holds, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(ChaosOptions.USAGE);
            return 0;
        }
        try {
            return run(out, ChaosOptions.parse(arguments, new Random().nextInt(1_000_000)));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(ChaosOptions.USAGE);
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

    private static int run(PrintStream out, ChaosOptions options)
            throws TimeoutException, InterruptedException {
        out.println(
                "%,d tasks × %d labels, %d kills, seed %d (--seed %d repeats it)"
                        .formatted(
                                options.tasks(),
                                options.labels(),
                                options.kills(),
                                options.seed(),
                                options.seed()));
        Path home = Home.find();
        StackConfig config = StackConfig.isolated(home, home.resolve("load/target/chaos"));
        String store = options.store();
        if (store != null && config.mongodb() == null) {
            throw new IllegalArgumentException("--store: needs --mongodb URI of that store");
        }
        try (LocalBattlefield field =
                new LocalBattlefield(
                        LocalStack.start(config, Progress.SILENT),
                        store == null ? null : new StoreProgram(store))) {
            Runtime.getRuntime().addShutdownHook(new Thread(field::close, "chaos-shutdown"));
            out.println("✔ a stack of its own is up");
            List<Check> checks = new Chaos(out, field, options).run();
            out.println();
            out.println(
                    Table.of("What must be true, always (seed " + options.seed() + ")", checks));
            return Table.allHold(checks) ? 0 : 1;
        }
    }
}
