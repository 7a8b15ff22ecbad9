package io.assay.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code status}: what runs, how long, since when ready, with how much memory, and where. */
final class StatusCommand {

    private static final String ROW = "%-20s %s %8s %10s %9s  %s";
    private static final int NOT_RUNNING = 3; // as for init scripts
    private static final int PARTLY_DEAD = 1;

    private final Path work;
    private final Console console;

    StatusCommand(Path work, Console console) {
        this.work = work;
        this.console = console;
    }

    int run(List<String> rest) {
        Arguments.parse(rest, Set.of(), Set.of());
        StackState state = StackState.read(work).orElse(null);
        if (state == null || !state.isAlive()) {
            StackState.clear(work);
            console.line("Nothing runs; ./assay up starts it.");
            return NOT_RUNNING;
        }
        return show(state);
    }

    int show(StackState state) {
        console.line(summary(state));
        console.line(
                console.faint(
                        ROW.formatted("NAME", "STATE", "PID", "READY IN", "MEMORY", "ADDRESS")));
        state.processes().forEach(process -> console.line(row(process)));
        long sum =
                state.processes().stream()
                        .filter(ProcessState::isAlive)
                        .mapToLong(process -> Memory.residentBytes(process.pid()))
                        .sum();
        console.line(ROW.formatted("sum", "     ", "", "", Console.megabytes(sum), ""));
        List<ProcessState> dead =
                state.processes().stream().filter(process -> !process.isAlive()).toList();
        dead.forEach(process -> console.line(console.bad(lastWords(process))));
        return dead.isEmpty() ? 0 : PARTLY_DEAD;
    }

    private String summary(StackState state) {
        String age = Console.age(Duration.between(state.started(), Instant.now()));
        String ready =
                state.secondsToReady() == null
                        ? "coming up"
                        : "ready in " + Console.seconds(state.secondsToReady());
        String data = state.data() == null ? "in memory" : "data in " + state.data();
        return console.strong("Assay") + " for %s, %s, %s".formatted(age, ready, data);
    }

    private String row(ProcessState process) {
        boolean alive = process.isAlive();
        String ready =
                process.secondsToReady() == null ? "-" : Console.seconds(process.secondsToReady());
        String memory = alive ? Console.megabytes(Memory.residentBytes(process.pid())) : "-";
        String state = alive ? console.good("up   ") : console.bad("dead ");
        return ROW.formatted(
                process.name(), state, process.pid(), ready, memory, process.address());
    }

    private static String lastWords(ProcessState process) {
        return "%s is dead; its log: %s%s"
                .formatted(
                        process.name(),
                        process.log(),
                        Logs.indented(Logs.tail(Path.of(process.log()), 8)));
    }
}
