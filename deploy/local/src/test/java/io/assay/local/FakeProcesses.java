package io.assay.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Shells that behave as a test needs it. */
final class FakeProcesses {

    private final Path work;

    FakeProcesses(Path work) {
        this.work = work;
    }

    /** Serves at once and lives until it is told to end. */
    ProcessSpec serving(String name) {
        return shell(name, "touch \"$READY\"; echo serving; exec sleep 600");
    }

    ProcessSpec shell(String name, String script) {
        Path ready = work.resolve("ready").resolve(name);
        return new ProcessSpec(
                name,
                List.of("/bin/sh", "-c", script),
                Map.of("READY", ready.toString()),
                work,
                work.resolve("logs").resolve(name + ".log"),
                new Readiness.FileAppears(ready),
                "nowhere",
                true);
    }
}
