package io.assay.system.replay;

import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import io.assay.local.StackFailure;
import io.assay.system.client.Accounts;
import io.assay.system.client.Http;
import io.assay.system.client.ProblemException;
import io.assay.system.stage.RunningStack;
import io.assay.system.stage.Staff;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** {@code ./assay replay}: what it takes from outside, and how it ends. */
public final class ReplayCommand {

    private static final String USAGE =
            """
            usage: replay DIR
              Gives recorded human labels through the public API, each by an account of its own worker,
              and compares the platform's results with majority vote.
              DIR/labels.csv[.gz]  columns item, worker, label; rows with 1 in a column repeat are left out
              DIR/truth.csv[.gz]   columns item, truth
              DIR/images/ITEM.jpg  what they saw, if it is there
            On the stack that is up (./assay up, or ASSAY_URL and ASSAY_OPS_PASSWORD), else on one of its own.
            Ends with 0 if everything adds up and the results are not below majority vote.""";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReplayCommand() {}

    /** The exit code: 0 if all is well, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help") || arguments.size() != 1) {
            out.println(USAGE);
            return arguments.contains("--help") ? 0 : 2;
        }
        try {
            Path directory = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
            Recording recording = Recording.read(directory);
            out.println(
                    "✔ %,d labels of %,d items by %,d workers (%,d repeated ones left out)"
                            .formatted(
                                    recording.labelCount(),
                                    recording.labels().size(),
                                    recording.workers().size(),
                                    recording.leftOut()));
            return run(out, directory, recording) ? 0 : 1;
        } catch (IOException | StackFailure | Http.Unreachable e) {
            out.println("✘ " + e);
            return 2;
        } catch (TimeoutException | ProblemException e) {
            out.println("✘ " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.println("✘ interrupted");
            return 2;
        }
    }

    private static boolean run(PrintStream out, Path directory, Recording recording)
            throws IOException, InterruptedException, TimeoutException {
        Path home = Home.find();
        Path work = home.resolve(".assay");
        if (RunningStack.isUp(System.getenv(), work)) {
            RunningStack up = RunningStack.find(System.getenv(), work);
            return run(out, directory, recording, up.gateway(), up.opsPassword());
        }
        StackConfig config = StackConfig.isolated(home, home.resolve("system-tests/target/replay"));
        try (LocalStack stack = LocalStack.start(config, Progress.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "replay-shutdown"));
            out.println("✔ a stack of its own is up");
            URI gateway = URI.create(stack.gatewayUrl());
            return run(out, directory, recording, gateway, stack.secrets().opsPassword());
        }
    }

    private static boolean run(
            PrintStream out, Path directory, Recording recording, URI gateway, String opsPassword)
            throws IOException, InterruptedException, TimeoutException {
        try (Http http = new Http(gateway, PATIENCE)) {
            Staff staff = Staff.hire(new Accounts(http), opsPassword);
            return new Replay(out, staff, recording).run(directory);
        }
    }

    /**
     * Replays what is recorded in a directory on a stack whose people are there.
     *
     * @return whether everything adds up, and the platform is no worse than majority vote
     * @throws TimeoutException if something that should come does not
     */
    public static boolean replay(PrintStream out, Staff staff, Path directory)
            throws IOException, InterruptedException, TimeoutException {
        return new Replay(out, staff, Recording.read(directory)).run(directory);
    }
}
