package io.assay.cli.replay;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.RunningStack;
import io.assay.cli.people.Staff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;

/** {@code ./assay replay}: what it takes from outside, and how it ends. */
public final class ReplayCommand {

    private static final String USAGE =
            """
            usage: replay [--target T] DIR
              Gives recorded human labels through the public API, each by an account of its own worker,
              and compares the platform's results with majority vote over all of them.
              --target T           asks for no further label of an item from this confidence on, over 0.5,
                                   under 1; without it for every recorded label
              DIR/labels.csv[.gz]  columns item, worker, label; rows with 1 in a column repeat are left out
              DIR/truth.csv[.gz]   columns item, truth
              DIR/images/ITEM.jpg  what they saw, if it is there
            On the stack that is up: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD. ./assay replay
            starts one of its own if there is none.
            Ends with 0 if everything adds up and the results are not below majority vote.\
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReplayCommand() {}

    /** The exit code: 0 if all is well, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        return run(out, arguments, () -> RunningStack.find(System.getenv(), work()));
    }

    /** A stack for when none is up. */
    @FunctionalInterface
    public interface OtherStack {

        /**
         * @throws IOException if there is none either
         */
        RunningStack get() throws IOException;
    }

    /** As above, on another stack if none is up. */
    public static int run(PrintStream out, List<String> arguments, OtherStack other) {
        Optional<Options> options = Options.of(arguments);
        if (options.isEmpty()) {
            out.println(USAGE);
            return arguments.contains("--help") ? 0 : 2;
        }
        try {
            Path directory = options.get().directory().toAbsolutePath().normalize();
            Recording recording = Recording.read(directory);
            out.println(
                    "✔ %,d labels of %,d items by %,d workers (%,d repeated ones left out)"
                            .formatted(
                                    recording.labelCount(),
                                    recording.labels().size(),
                                    recording.workers().size(),
                                    recording.leftOut()));
            return run(out, new Given(directory, recording, options.get().target()), other) ? 0 : 1;
        } catch (IOException | Http.Unreachable e) {
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

    /**
     * What is asked for.
     *
     * @param target empty to take all labels
     */
    private record Options(Path directory, OptionalDouble target) {
        static Optional<Options> of(List<String> arguments) {
            List<String> rest = new ArrayList<>(arguments);
            int option = rest.indexOf("--target");
            OptionalDouble target = OptionalDouble.empty();
            if (option >= 0) {
                target = option + 1 < rest.size() ? target(rest.get(option + 1)) : target;
                if (target.isEmpty()) {
                    return Optional.empty();
                }
                rest.subList(option, option + 2).clear();
            }
            return rest.size() == 1 && !rest.getFirst().startsWith("--")
                    ? Optional.of(new Options(Path.of(rest.getFirst()), target))
                    : Optional.empty();
        }

        private static OptionalDouble target(String said) {
            try {
                double target = Double.parseDouble(said);
                return target > 0.5 && target < 1
                        ? OptionalDouble.of(target)
                        : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
    }

    /** What is replayed, and how. */
    private record Given(Path directory, Recording recording, OptionalDouble target) {
        boolean replay(PrintStream out, Staff staff)
                throws IOException, InterruptedException, TimeoutException {
            return new Replay(out, staff, recording, target).run(directory);
        }
    }

    private static Path work() {
        return Path.of(System.getProperty("assay.home", "."), ".assay")
                .toAbsolutePath()
                .normalize();
    }

    private static boolean run(PrintStream out, Given given, OtherStack other)
            throws IOException, InterruptedException, TimeoutException {
        RunningStack stack =
                RunningStack.isUp(System.getenv(), work())
                        ? RunningStack.find(System.getenv(), work())
                        : other.get();
        try (Http http = new Http(stack.gateway(), PATIENCE)) {
            return given.replay(out, Staff.hire(new Accounts(http), stack.opsPassword()));
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
        return new Given(directory, Recording.read(directory), target).replay(out, staff);
    }
}
