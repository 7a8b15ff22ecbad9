package io.assay.local;

import java.time.Duration;

/** Tells each step on a line of its own. */
final class ConsoleProgress implements Progress {

    private final Console console;

    ConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void prepared(String name, Duration after) {
        step(name, "prepared in " + Console.seconds(after));
    }

    @Override
    public synchronized void ready(String name, long pid, Duration after) {
        step(name, "ready in " + Console.seconds(after));
    }

    @Override
    public synchronized void stopped(String name) {
        step(name, "stopped");
    }

    @Override
    public synchronized void crashed(Crash crash, boolean restarted) {
        console.line(console.bad(crash.describe()));
        console.line(
                restarted
                        ? "It is started again; the others keep running."
                        : "It held everything in memory: ./assay down and ./assay up start anew.");
    }

    @Override
    public synchronized void failedToStart(String name, String reason) {
        console.line(console.bad(name + " did not come up again: " + reason));
    }

    private void step(String name, String what) {
        console.line("  " + console.good("✓") + " %-20s %s".formatted(name, console.faint(what)));
    }
}
