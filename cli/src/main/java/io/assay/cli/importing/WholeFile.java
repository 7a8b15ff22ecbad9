package io.assay.cli.importing;

import io.assay.cli.client.Call;
import io.assay.cli.client.Pause;
import io.assay.cli.client.Reply;
import io.assay.cli.importing.Imports.Job;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Sends a file of annotations, all of it again if it breaks off: what is in counts as there. */
record WholeFile(Imports imports, ImportOptions options, String key) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * @throws TimeoutException if it did not get through for as long as the timeout
     */
    Job send() throws IOException, TimeoutException {
        long deadline = System.nanoTime() + options.timeout().toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Reply> reply = once();
            if (reply.isPresent()) {
                return reply.get().orThrow(Call.post(options.file().toString())).as(Job.class);
            }
            Pause.of(PAUSE);
        }
        throw new TimeoutException(options.file() + ": not taken in " + options.timeout());
    }

    /** Empty if it may get through later. */
    private Optional<Reply> once() throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(options.file()))) {
            return sent(file)
                    .filter(
                            reply ->
                                    !PASSING.contains(reply.status())
                                            && !reply.slug().equals("import-running"));
        }
    }

    private Optional<Reply> sent(InputStream file) {
        try {
            return Optional.of(
                    imports.sendWhole(
                            key,
                            String.valueOf(options.format()),
                            options.as(),
                            options.pictures(),
                            options.dryRun(),
                            file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
