package io.assay.load.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Records what the processes of a stack do during a phase, by the JDK's Flight Recorder, and prints
 * which frames cost most.
 */
final class Profiler {

    private static final String NAME = "bench";

    private final PrintStream out;
    private final Path directory;
    private final Map<String, Long> pids;

    private Profiler(PrintStream out, Path directory, Map<String, Long> pids) {
        this.out = out;
        this.directory = directory;
        this.pids = pids;
    }

    /**
     * @param directory for recordings and stacks
     * @param pids by process name
     */
    static Profiler of(PrintStream out, Path directory, Map<String, Long> pids) {
        Profiler profiler = new Profiler(out, directory, pids);
        profiler.prepare();
        return profiler;
    }

    private void prepare() {
        try (InputStream settings =
                Objects.requireNonNull(Profiler.class.getResourceAsStream("bench.jfc"))) {
            Files.createDirectories(directory);
            Files.write(settings(), settings.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // before the first recording: the stacks of a web server are deep
        pids.values().forEach(pid -> JdkTools.jcmd(pid, "JFR.configure", "stackdepth=200"));
    }

    private Path settings() {
        return directory.resolve("bench.jfc");
    }

    void start() {
        pids.values()
                .forEach(
                        pid ->
                                JdkTools.jcmd(
                                        pid,
                                        "JFR.start",
                                        "name=" + NAME,
                                        "settings=" + settings(),
                                        "maxsize=200m"));
    }

    /**
     * Ends the recordings, all at once, and prints each.
     *
     * @param phase names the files
     */
    void stop(String phase) {
        pids.forEach(
                (name, pid) ->
                        JdkTools.jcmd(
                                pid,
                                "JFR.stop",
                                "name=" + NAME,
                                "filename=" + recording(phase, name)));
        pids.keySet().forEach(name -> print(phase, name));
    }

    private void print(String phase, String name) {
        Path file = recording(phase, name);
        if (Files.notExists(file)) {
            out.println(name + ": no recording");
            return;
        }
        try {
            ProfileSummary summary = ProfileSummary.of(file);
            out.println(summary.text(phase + ", " + name));
            Files.writeString(
                    directory.resolve(phase + "-" + name + ".collapsed"), summary.collapsed());
        } catch (IOException e) {
            out.println(name + ": recording not readable: " + e.getMessage());
        }
    }

    private Path recording(String phase, String name) {
        return directory.resolve(phase + "-" + name + ".jfr");
    }
}
