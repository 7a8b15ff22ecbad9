package io.assay.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: the same {@code up} in a process of its own, which goes on watching. */
final class Detached {

    /** Tells the process that watches that another one speaks to the user. */
    static final String PROPERTY = "assay.detached";

    private static final int POLL_MILLIS = 100;

    private final StackConfig config;
    private final Console console;

    Detached(StackConfig config, Console console) {
        this.config = config;
        this.console = console;
    }

    /** Returns when the stack serves, or with the exit code of what did not come up. */
    int start(List<String> arguments) {
        Path log = config.work().resolve("supervisor.log");
        try {
            Files.createDirectories(config.work());
            Process supervisor = supervisor(arguments, log);
            try (RandomAccessFile output = new RandomAccessFile(log.toFile(), "r")) {
                while (!supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    boolean ready = isReady(supervisor);
                    show(output);
                    if (ready) {
                        UpCommand.announce(config, console);
                        console.line("It runs in the background; ./assay down stops it.");
                        return 0;
                    }
                }
                show(output);
                return supervisor.exitValue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while starting");
        }
    }

    private Process supervisor(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(ManagedProcess.OWN_SESSION);
        command.add(Jvm.java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.add("-Dlogback.configurationFile=assay-command-logback.xml");
        command.add("-Dassay.home=" + config.home());
        command.add("-D" + PROPERTY + "=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.add("up");
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private boolean isReady(Process supervisor) {
        return StackState.read(config.work())
                .filter(state -> state.supervisor().pid() == supervisor.pid())
                .filter(state -> state.secondsToReady() != null)
                .isPresent();
    }

    private void show(RandomAccessFile output) throws IOException {
        byte[] more = new byte[(int) Math.max(0, output.length() - output.getFilePointer())];
        output.readFully(more);
        if (more.length > 0) {
            console.part(new String(more, StandardCharsets.UTF_8));
        }
    }
}
