package io.assay.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to run.
 *
 * @param name unique in its stack
 * @param command absolute path of the program, and its arguments
 * @param environment added to the supervisor's own
 * @param directory where it runs
 * @param log where its output goes, appended
 * @param readiness how to see that it serves
 * @param address where it serves, for people
 * @param restart whether it is started again when it ends by itself
 */
record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Readiness readiness,
        String address,
        boolean restart) {}
