package io.assay.load.importproof;

import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.cli.terminal.Commands;
import io.assay.load.Numbers;
import io.assay.load.OwnStack;
import io.assay.load.chaos.LocalTargetStack;
import io.assay.local.Component;
import io.assay.local.LocalStack;
import io.assay.local.StackConfig;
import java.io.IOException;
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

/** {@code ./assay import-proof}. */
@Command(
        name = "import-proof",
        description = {
            "Starts a stack of its own with 512 MB of heap for each service, imports so many rows,"
                    + " kills",
            "task-service in the middle and then the broker, sends everything again, and counts."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 0 if every figure is right, 1 if not, 2 if it could not be tried."
        })
public final class ImportProofCommand implements Callable<Integer> {

    private static final List<Component> SERVICES =
            List.of(
                    Component.TASK,
                    Component.ASSIGNMENT,
                    Component.REVIEW,
                    Component.PAYMENT,
                    Component.GATEWAY);

    private final PrintStream out;

    @Spec private CommandSpec spec;

    @Option(names = "--rows", paramLabel = "1000000", description = "that are imported")
    private @Nullable Integer rows;

    @Option(names = "--no-kills", description = "imports undisturbed, for the rate")
    private boolean noKills;

    @Option(
            names = "--documents-heap",
            paramLabel = "8g",
            defaultValue = "8g",
            description = "of the imitation of the document store, which keeps all in memory")
    private String heap;

    public ImportProofCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, TimeoutException {
        int count = Numbers.of(spec, "--rows", rows, 1_000_000, 10, Numbers.MAX);
        if (!heap.matches("\\d+[mg]")) {
            throw new ParameterException(
                    spec.commandLine(), "--documents-heap: " + heap + " (expected: like 8g)");
        }
        try (LocalStack stack = OwnStack.start(out, "import-proof", this::withHeaps);
                LocalTargetStack target = new LocalTargetStack(stack)) {
            List<Check> checks = new ImportProof(out, target, stack).run(count, !noKills);
            out.println();
            out.println(Table.of("Import of %,d rows".formatted(count), checks));
            return Table.allHold(checks) ? 0 : Commands.FAILED;
        }
    }

    /** Compiled well, as this is to show how fast it is, too. */
    private StackConfig withHeaps(StackConfig isolated) {
        String optimising = "-XX:TieredStopAtLevel=4";
        StackConfig config = isolated;
        for (Component service : SERVICES) {
            config = config.withJvmOptions(service, List.of(optimising, "-Xmx512m"));
        }
        return config.withJvmOptions(Component.KAFKA, List.of(optimising, "-Xmx512m"))
                .withJvmOptions(
                        Component.DOCUMENTS,
                        List.of(
                                optimising,
                                "-Xmx" + heap,
                                "-XX:-UseSerialGC",
                                "-XX:+UseParallelGC"));
    }
}
