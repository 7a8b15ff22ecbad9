package io.assay.task.importing;

import io.assay.task.importing.NdjsonLines.BodyTooLong;
import io.assay.task.project.Project;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Reads an import to its end, batch by batch; each batch is durable before the next is read. */
final class ImportRows {

    /** What came of a request. */
    sealed interface Outcome {

        /** The body was read, now or when it was sent before. */
        record Read(ImportJob job) implements Outcome {}

        record TooLong(ImportJob job) implements Outcome {}

        /** The same request is at work. */
        record Running(ImportJob job) implements Outcome {}

        record OtherUnderSameKey() implements Outcome {}

        /** As many imports as this instance takes are at work. */
        record Busy() implements Outcome {}
    }

    static final int LONGEST_LINE = 64 * 1024;
    static final long LONGEST_BODY = 200L * 1024 * 1024;
    private static final int BATCH = 500;
    private static final int MOST_AT_ONCE = 8;

    private final MongoImports imports;
    private final InsertRows rows;
    private final ImportWatch watch;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    ImportRows(
            MongoImports imports,
            InsertRows rows,
            ImportWatch watch,
            MeterRegistry meters,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.watch = watch;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param jobId follows from the caller's idempotency key: a repeat of a job that is done gives
     *     the job, a repeat of one that failed completes it
     */
    Outcome run(String jobId, Project project, InputStream body) throws IOException {
        if (!room.tryAcquire()) {
            return new Outcome.Busy();
        }
        try {
            Optional<ImportJob> before = imports.find(jobId);
            return before.isPresent() && before.get().status() == ImportStatus.DONE
                    ? repeated(before.get(), body)
                    : attempt(jobId, project, before, body);
        } finally {
            room.release();
        }
    }

    private static Outcome repeated(ImportJob done, InputStream body) throws IOException {
        DigestInputStream digested = new DigestInputStream(body, sha256());
        digested.transferTo(OutputStream.nullOutputStream());
        return hex(digested).equals(done.bodySha256())
                ? new Outcome.Read(done)
                : new Outcome.OtherUnderSameKey();
    }

    private Outcome attempt(
            String jobId, Project project, Optional<ImportJob> before, InputStream body)
            throws IOException {
        ImportJob job =
                ImportJob.started(
                        jobId,
                        project.projectId(),
                        project.requesterId(),
                        UUID.randomUUID().toString(),
                        now());
        boolean mine =
                before.map(old -> old.status() == ImportStatus.FAILED && imports.restart(old, job))
                        .orElseGet(() -> imports.start(job));
        return mine ? watched(job, project, body) : new Outcome.Running(before.orElse(job));
    }

    private Outcome watched(ImportJob job, Project project, InputStream body) throws IOException {
        watch.started(job.runner());
        Reading reading = new Reading(job, project, body);
        try {
            return new Outcome.Read(reading.toTheEnd());
        } catch (BodyTooLong e) {
            return new Outcome.TooLong(reading.failed(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            reading.failed(ImportWatch.INTERRUPTED);
            throw e;
        } finally {
            watch.ended(job.runner());
        }
    }

    private void count(BatchOutcome batch) {
        meters.counter("assay.tasks.created").increment(batch.created());
        count("created", batch.created());
        count("duplicate", batch.duplicates());
        count("rejected", batch.errors().size());
    }

    private void count(String result, int rows) {
        meters.counter("assay.imports.rows", "result", result).increment(rows);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String hex(DigestInputStream digested) {
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One body on its way in. */
    private final class Reading {
        private final Project project;
        private final DigestInputStream body;
        private final NdjsonLines lines;
        private List<NumberedRow> readable = new ArrayList<>();
        private List<RowError> unreadable = new ArrayList<>();
        private ImportJob job;

        Reading(ImportJob job, Project project, InputStream body) {
            this.job = job;
            this.project = project;
            this.body = new DigestInputStream(body, sha256());
            this.lines = new NdjsonLines(this.body, LONGEST_LINE, LONGEST_BODY);
        }

        ImportJob toTheEnd() throws IOException {
            while (lines.advance()) {
                read();
                if (readable.size() + unreadable.size() >= BATCH) {
                    flush();
                }
            }
            flush();
            job = job.done(hex(body), now());
            save();
            return job;
        }

        ImportJob failed(String why) {
            job = job.failed(why, now());
            save();
            return job;
        }

        private void read() {
            try {
                String line = lines.line();
                if (!line.isBlank()) {
                    readable.add(new NumberedRow(lines.row(), ImportRowJson.read(line)));
                }
            } catch (BadRow e) {
                unreadable.add(e.at(lines.row(), null));
            }
        }

        private void flush() throws IOException {
            BatchOutcome batch = rows.insert(project, readable).with(unreadable);
            imports.keepErrors(job, batch.errors());
            job = job.progressed(batch, now());
            if (!save()) {
                throw new IOException("import " + job.id() + " was given up as dead");
            }
            count(batch);
            readable = new ArrayList<>();
            unreadable = new ArrayList<>();
        }

        private boolean save() {
            return imports.save(job);
        }
    }
}
