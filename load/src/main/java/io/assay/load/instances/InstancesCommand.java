package io.assay.load.instances;

import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.cli.terminal.Commands;
import io.assay.load.Numbers;
import io.assay.load.OwnStack;
import io.assay.local.Component;
import io.assay.local.LocalStack;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./assay instances}. */
@Command(
        name = "instances",
        description = {
            "Starts a stack of its own with several instances of assignment-service, lets a"
                    + " simulated crowd",
            "label the tasks, kills one instance (SIGKILL) under load, starts it again later, and"
                    + " prints the",
            "reconciliation: nothing lost, nothing handed out twice."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 0 if everything adds up, 1 if not, 2 if it could not be tried."})
public final class InstancesCommand implements Callable<Integer> {

    private final PrintStream out;

    @Spec private CommandSpec spec;

    @Option(names = "--tasks", paramLabel = "1500", description = "that are labelled")
    private @Nullable Integer tasks;

    @Option(names = "--labels", paramLabel = "3", description = "that each gets at first")
    private @Nullable Integer labels;

    @Option(names = "--instances", paramLabel = "3", description = "of assignment-service, 2 to 6")
    private @Nullable Integer instances;

    @Option(names = "--workers", paramLabel = "24", description = "of the crowd")
    private @Nullable Integer workers;

    @Option(names = "--seed", paramLabel = "N", description = "repeats a run")
    private @Nullable Integer seed;

    public InstancesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException, TimeoutException {
        InstancesRun.Size size =
                new InstancesRun.Size(
                        Numbers.of(spec, "--tasks", tasks, 1_500, 1, 1_000_000),
                        Numbers.of(spec, "--labels", labels, 3, 1, 23),
                        Numbers.of(spec, "--instances", instances, 3, 2, 6),
                        Numbers.of(spec, "--workers", workers, 24, 2, 999),
                        Numbers.of(spec, "--seed", seed, Numbers.seed(), 0, Numbers.MAX));
        out.println(
                "%d instances of assignment-service, %,d tasks × %d labels, seed %d"
                        .formatted(size.instances(), size.tasks(), size.labels(), size.seed()));
        try (LocalStack stack =
                OwnStack.start(
                        out,
                        "instances",
                        config -> config.withInstances(Component.ASSIGNMENT, size.instances()))) {
            List<Check> checks = new InstancesRun(out, stack, size).run();
            out.println();
            out.println(
                    Table.of(
                            "%d instances, one killed (seed %d)"
                                    .formatted(size.instances(), size.seed()),
                            checks));
            return Table.allHold(checks) ? 0 : Commands.FAILED;
        }
    }
}
