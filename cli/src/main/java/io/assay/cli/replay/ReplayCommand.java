package io.assay.cli.replay;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.RunningStack;
import io.assay.cli.people.Staff;
import io.assay.cli.terminal.Commands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay replay}. */
@Command(
        name = "replay",
        description = {
            "Gives recorded human labels through the public API, each by an account of its own"
                    + " worker, and",
            "compares the platform's results with majority vote over all of them."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "On the stack that is up: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD;"
                    + " ./assay",
            "replay starts one of its own if there is none.",
            "Ends with 0 if everything adds up and the results are not below majority vote."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(60);

    private final PrintStream out;
    private final OtherStack other;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = {
                "labels.csv[.gz]: columns item, worker, label; rows with 1 in a column repeat are"
                        + " left out",
                "truth.csv[.gz]: columns item, truth",
                "images/ITEM.jpg: what they saw, if it is there"
            })
    private Path directory;

    @Option(
            names = "--target",
            paramLabel = "T",
            description =
                    "asks for no further label of an item from this confidence on, over 0.5, under"
                            + " 1; without it for every recorded label")
    private @Nullable Double target;

    /** A stack for when none is up. */
    @FunctionalInterface
    public interface OtherStack {

        /**
         * @throws IOException if there is none either
         */
        RunningStack get() throws IOException;
    }

    public ReplayCommand(PrintStream out) {
        this(out, () -> RunningStack.find(System.getenv()));
    }

    public ReplayCommand(PrintStream out, OtherStack other) {
        this.out = out;
        this.other = other;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        if (target != null && !(target > 0.5 && target < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--target: " + target + " (expected: over 0.5, under 1)");
        }
        Path absolute = directory.toAbsolutePath().normalize();
        Recording recording = Recording.read(absolute);
        out.println(
                "✔ %,d labels of %,d items by %,d workers (%,d repeated ones left out)"
                        .formatted(
                                recording.labelCount(),
                                recording.labels().size(),
                                recording.workers().size(),
                                recording.leftOut()));
        RunningStack stack =
                RunningStack.isUp(System.getenv())
                        ? RunningStack.find(System.getenv())
                        : other.get();
        try (Http http = new Http(stack.gateway(), RETRY_TIMEOUT)) {
            Staff staff = Staff.create(new Accounts(http), stack.opsPassword());
            OptionalDouble confidence =
                    target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
            return new Replay(out, staff, recording, confidence).run(absolute)
                    ? 0
                    : Commands.FAILED;
        }
    }

    /**
     * Replays what is recorded in a directory on a stack whose people are there.
     *
     * @param target confidence at which an item needs no further label; empty to take all
     * @return whether everything adds up, and the platform is no worse than majority vote
     * @throws TimeoutException if something that should come does not
     */
    public static boolean replay(
            PrintStream out, Staff staff, Path directory, OptionalDouble target)
            throws IOException, InterruptedException, TimeoutException {
        return new Replay(out, staff, Recording.read(directory), target).run(directory);
    }
}
