package io.assay.load.chaos;

import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.cli.terminal.Commands;
import io.assay.load.Numbers;
import io.assay.load.OwnStack;
import io.assay.local.LocalStack;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./assay chaos}. */
@Command(
        name = "chaos",
        description = {
            "Starts a stack of its own, lets a simulated crowd label the tasks, kills services and"
                    + " the",
            "broker meanwhile, publishes duplicates and poison, and checks what must be true,"
                    + " always."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --mongodb URI the documents are in a store that is there already, not in the"
                    + " imitation.",
            "The in-memory store is not killed: it would forget. The kernel stays up, so that what"
                    + " a",
            "killed broker wrote is there.",
            "Ends with 0 if every statement holds, 1 if not, 2 if it could not be tried."
        })
public final class ChaosCommand implements Callable<Integer> {

    private static final ChaosOptions FULL = new ChaosOptions(5_000, 3, 20, 24, 0, false, null);

    private final PrintStream out;

    @Spec private CommandSpec spec;

    @Option(names = "--tasks", paramLabel = "5000", description = "that are labelled")
    private @Nullable Integer tasks;

    @Option(
            names = "--labels",
            paramLabel = "3",
            description = "that each gets at first; up to two more where they disagree")
    private @Nullable Integer labels;

    @Option(names = "--kills", paramLabel = "20", description = "of processes")
    private @Nullable Integer kills;

    @Option(names = "--workers", paramLabel = "24", description = "of the crowd")
    private @Nullable Integer workers;

    @Option(names = "--seed", paramLabel = "N", description = "repeats a run")
    private @Nullable Integer seed;

    @Option(
            names = "--outage",
            description =
                    "the broker is away, and the store stands still, for 30 s each; a store that"
                            + " this command did not start is left alone")
    private boolean outage;

    @Option(
            names = "--store",
            paramLabel = "PROGRAM",
            description =
                    "PROGRAM kill9 ends the store of --mongodb at once, PROGRAM restart brings it"
                            + " back: it is one of those that are killed")
    private @Nullable String store;

    @Option(names = "--short", description = "300 tasks and 7 kills, as in ./assay test")
    private boolean isShort;

    public ChaosCommand(PrintStream out) {
        this.out = out;
    }

    /** As the command line says. */
    ChaosOptions options() {
        ChaosOptions usual = isShort ? ChaosOptions.brief(0) : FULL;
        return new ChaosOptions(
                Numbers.of(spec, "--tasks", tasks, usual.tasks(), 0, Numbers.MAX),
                Numbers.of(spec, "--labels", labels, usual.labels(), 0, Numbers.MAX),
                Numbers.of(spec, "--kills", kills, usual.kills(), 0, Numbers.MAX),
                Numbers.of(spec, "--workers", workers, usual.workers(), 0, Numbers.MAX),
                Numbers.of(spec, "--seed", seed, Numbers.seed(), 0, Numbers.MAX),
                outage,
                store);
    }

    @Override
    public Integer call() throws InterruptedException, TimeoutException {
        ChaosOptions options = options();
        if (store != null && System.getenv("ASSAY_MONGODB_URI") == null) {
            throw new ParameterException(
                    spec.commandLine(), "--store: needs --mongodb URI of that store");
        }
        out.println(
                "%,d tasks × %d labels, %d kills, seed %d (--seed %d repeats it)"
                        .formatted(
                                options.tasks(),
                                options.labels(),
                                options.kills(),
                                options.seed(),
                                options.seed()));
        LocalStack stack = OwnStack.start(out, "chaos", config -> config);
        try (LocalTargetStack target =
                new LocalTargetStack(stack, store == null ? null : new StoreProgram(store))) {
            List<Check> checks = new Chaos(out, target, options).run();
            out.println();
            out.println(
                    Table.of("What must be true, always (seed " + options.seed() + ")", checks));
            return Table.allHold(checks) ? 0 : Commands.FAILED;
        }
    }
}
