package io.assay.local;

import java.nio.file.Path;
import java.util.List;

/**
 * A process ended that nobody stopped.
 *
 * @param exitCode 128 + n if signal n ended it
 * @param lastLines the end of its log
 */
record Crash(String name, int exitCode, Path log, List<String> lastLines) {

    /** What happened, where to look, and what it said last. */
    public String describe() {
        return "%s died (exit code %d); its log: %s%s"
                .formatted(name, exitCode, log, Logs.indented(lastLines));
    }
}
