package io.assay.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * {@code up [--data DIR] [--instances N] [--detach]}: starts everything and watches it, detached in
 * a process of its own.
 */
final class UpCommand {

    private final StackConfig standard;
    private final Console console;

    UpCommand(StackConfig standard, Console console) {
        this.standard = standard;
        this.console = console;
    }

    int run(List<String> rest) {
        Arguments arguments =
                Arguments.parse(rest, Set.of("--data", "--instances"), Set.of("--detach"));
        Optional<StackState> running = StackState.read(standard.work()).filter(StackState::isAlive);
        if (running.isPresent()) {
            console.line("Already running:");
            return new StatusCommand(standard.work(), console).show(running.get());
        }
        StackConfig config = config(arguments);
        if (arguments.has("--detach")) {
            return new Detached(config, console).start(rest);
        }
        ConsoleProgress progress = new ConsoleProgress(console);
        Images.prepare(config, progress);
        LocalStack stack = LocalStack.prepare(config, progress);
        Thread stop = new Thread(() -> stop(stack), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        console.line(console.strong("Starting Assay") + " " + where(config));
        stack.startAll();
        if (!Boolean.getBoolean(Detached.PROPERTY)) {
            announce(config, console);
            console.line("Ctrl-C stops it.");
        }
        return watch();
    }

    private StackConfig config(Arguments arguments) {
        StackConfig config =
                arguments.value("--data").map(Path::of).map(standard::withData).orElse(standard);
        return arguments
                .value("--instances")
                .map(UpCommand::instances)
                .map(count -> config.withInstances(Component.ASSIGNMENT, count))
                .orElse(config);
    }

    /** Of assignment-service, which hands out the work. */
    private static int instances(String value) {
        if (!value.matches("[1-6]")) {
            throw new UsageError("--instances: " + value + " (expected: 1 to 6)");
        }
        return Integer.parseInt(value);
    }

    private static String where(StackConfig config) {
        String where =
                config.data() == null
                        ? "in memory (--data DIR keeps everything)"
                        : "on " + config.data();
        return config.mongodb() == null ? where : where + ", documents in the store of --mongodb";
    }

    private void stop(LocalStack stack) {
        console.line("");
        console.line(console.strong("Stopping Assay"));
        stack.close();
    }

    /** Says where the stack that serves is. */
    static void announce(StackConfig config, Console console) {
        StackState state = StackState.read(config.work()).orElseThrow();
        long memory =
                state.processes().stream()
                        .mapToLong(process -> Memory.residentBytes(process.pid()))
                        .sum();
        Path secrets = Secrets.file(config.storage());
        console.line(
                console.strong(
                        "Ready in %s, using %s."
                                .formatted(
                                        Console.seconds(
                                                Optional.ofNullable(state.secondsToReady())
                                                        .orElse(0.0)),
                                        Console.gigabytes(memory))));
        console.line(
                "  API       "
                        + address(state, Component.GATEWAY)
                        + "  (its documentation: /docs)");
        console.line("  ops       account ops, password in " + secrets);
        console.line("  Kafka     " + address(state, Component.KAFKA));
        console.line("  status    ./assay status, ./assay logs NAME");
    }

    private static String address(StackState state, Component component) {
        return state.processes().stream()
                .filter(process -> process.name().equals(component.processName()))
                .map(ProcessState::address)
                .findFirst()
                .orElse("-");
    }

    private static int watch() {
        try {
            new CountDownLatch(1).await(); // until a signal runs the shutdown hook
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
