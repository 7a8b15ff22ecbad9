package io.assay.load;

import io.assay.cli.client.RunningStack;
import io.assay.cli.replay.ReplayCommand;
import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import io.assay.local.StackFailure;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** {@code ./assay replay}: on the stack that is up, else on one that is started for it. */
final class LocalReplay {

    private LocalReplay() {}

    static int run(PrintStream out, List<String> arguments) {
        try {
            return ReplayCommand.run(out, arguments, () -> start(out));
        } catch (StackFailure e) {
            out.println("✘ " + e.getMessage());
            return 2;
        }
    }

    /** Ends with this process. */
    private static RunningStack start(PrintStream out) {
        Path home = Home.find();
        LocalStack stack =
                LocalStack.start(
                        StackConfig.isolated(home, home.resolve("load/target/replay")),
                        Progress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "replay-shutdown"));
        out.println("✔ a stack of its own is up");
        return new RunningStack(URI.create(stack.gatewayUrl()), stack.secrets().opsPassword());
    }
}
