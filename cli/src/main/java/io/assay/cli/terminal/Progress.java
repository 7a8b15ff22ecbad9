package io.assay.cli.terminal;

import io.assay.cli.client.Pause;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** One line that is drawn again on a terminal, or a new line every few seconds elsewhere. */
public final class Progress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final Supplier<String> line;
    private final long start = System.nanoTime();
    private final Thread thread;

    private Progress(PrintStream out, boolean terminal, Supplier<String> line) {
        this.out = out;
        this.terminal = terminal;
        this.line = line;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    /** Shows what the supplier returns, until closed. */
    public static Progress start(PrintStream out, Supplier<String> line) {
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Progress progress = new Progress(out, terminal, line);
        progress.thread.start();
        return progress;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            show();
            out.println();
        } else {
            out.println("  " + text());
        }
    }

    private void run() {
        try {
            while (true) {
                Pause.of(terminal ? ON_TERMINAL : ELSEWHERE);
                show();
            }
        } catch (CancellationException closed) {
            // no more to show
        }
    }

    private void show() {
        if (terminal) {
            out.print("\r\u001b[2K  " + text());
            out.flush();
        } else {
            out.println("  " + text());
        }
    }

    private String text() {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        return "%d:%02d  %s".formatted(passed.toMinutes(), passed.toSecondsPart(), line.get());
    }
}
