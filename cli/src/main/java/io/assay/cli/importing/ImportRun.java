package io.assay.cli.importing;

import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Reply;
import io.assay.cli.importing.Imports.Job;
import io.assay.cli.terminal.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends a file until all of it is judged, whatever breaks meanwhile. */
public final class ImportRun {

    /**
     * Passes by itself: sent twice, a service that comes up again, a gateway that has no answer.
     */
    private static final Set<String> PASSING =
            Set.of(
                    "import-running",
                    "import-gap",
                    "too-many-imports",
                    "too-many-requests",
                    "body-too-slow");

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Imports imports;
    private final RowsFile file;
    private final Duration timeout;
    private volatile Job job;
    private final AtomicInteger breaks = new AtomicInteger();

    public ImportRun(Imports imports, RowsFile file, Job job, Duration timeout) {
        this.imports = imports;
        this.file = file;
        this.job = job;
        this.timeout = timeout;
    }

    /** As last received. */
    Job job() {
        return job;
    }

    /** How often it went on after a break. */
    public int breaks() {
        return breaks.get();
    }

    /** How far it is, on a line that is drawn again, until closed. */
    public Progress show(PrintStream out) {
        return Progress.start(out, new ProgressLine(this)::text);
    }

    /**
     * The import when it is over.
     *
     * @throws TimeoutException if nothing moves for as long as the timeout
     */
    public Job toTheEnd() throws TimeoutException, IOException {
        long moved = System.nanoTime();
        long before = job.nextOffset();
        while (job.takesRows()) {
            if (!sendRest()) {
                breaks.incrementAndGet();
                Pause.of(PAUSE);
                look();
            }
            if (job.nextOffset() != before) {
                before = job.nextOffset();
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > timeout.toNanos()) {
                throw new TimeoutException(
                        "import %s: stands at byte %,d for %s (the same command goes on)"
                                .formatted(job.id(), before, timeout));
            }
        }
        return job;
    }

    /** False if it broke off. */
    private boolean sendRest() throws IOException {
        long offset = job.nextOffset();
        boolean whole = offset == 0 && file.isPacked();
        try (InputStream rest = whole ? file.packed() : file.from(offset)) {
            Optional<Reply> reply = send(offset, whole ? "gzip" : null, rest);
            return reply.isPresent() && taken(reply.get());
        }
    }

    private Optional<Reply> send(long offset, @Nullable String encoding, InputStream rest) {
        try {
            return Optional.of(imports.sendRest(job.id(), offset, encoding, rest));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean taken(Reply reply) {
        if (reply.isSuccess()) {
            job = reply.as(Job.class);
            return true;
        }
        boolean passing =
                PASSING.contains(reply.slug()) || reply.status() == 401 || reply.status() >= 500;
        if (!passing) {
            look();
            if (job.takesRows()) {
                imports.refused(job.id(), reply);
            }
        }
        return false;
    }

    /** Asks how far it is; what cannot be asked now may be later. */
    void look() {
        try {
            job = imports.get(job.id());
        } catch (Http.Unreachable | ProblemException e) {
            // the timeout decides
        }
    }
}
