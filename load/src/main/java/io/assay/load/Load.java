package io.assay.load;

import io.assay.cli.client.Http;
import io.assay.cli.client.RunningStack;
import io.assay.cli.replay.ReplayCommand;
import io.assay.cli.terminal.Commands;
import io.assay.load.bench.BenchCommand;
import io.assay.load.chaos.ChaosCommand;
import io.assay.load.demo.DemoCommand;
import io.assay.load.importproof.ImportProofCommand;
import io.assay.load.instances.InstancesCommand;
import io.assay.local.LocalStack;
import io.assay.local.StackFailure;
import io.assay.local.UsageError;
import java.io.PrintStream;
import java.net.URI;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** Entry of the commands of {@code ./assay} that put load on a stack. */
@Command(
        name = "./assay",
        description = "Puts load on a stack, or harms it, and checks what comes of it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Load {

    private Load() {}

    public static void main(String[] arguments) {
        PrintStream out = Commands.standardOutput();
        System.exit(
                Commands.line(
                                out,
                                Load::code,
                                new Load(),
                                new DemoCommand(out),
                                new ChaosCommand(out),
                                new InstancesCommand(out),
                                new ImportProofCommand(out),
                                new BenchCommand(out),
                                new ReplayCommand(out, () -> start(out)))
                        .execute(arguments));
    }

    /** A stack of ours that does not answer any more fails the run. */
    private static OptionalInt code(Exception e) {
        return switch (e) {
            case StackFailure _, UsageError _ -> OptionalInt.of(Commands.NOT_TRIED);
            case Http.Unreachable _ -> OptionalInt.of(Commands.FAILED);
            default -> OptionalInt.empty();
        };
    }

    private static RunningStack start(PrintStream out) {
        LocalStack stack = OwnStack.start(out, "replay", config -> config);
        return new RunningStack(URI.create(stack.gatewayUrl()), stack.secrets().opsPassword());
    }
}
