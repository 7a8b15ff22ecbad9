package io.assay.task.importing;

import io.assay.task.project.Project;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at the rows of one body: while a batch is written the next is read, so at most two
 * are in memory.
 */
final class ImportAttempt implements Closeable {

    /** The job is no longer ours, or is to be cancelled. */
    static final class Stopped extends IOException {
        Stopped(String why) {
            super(why);
        }
    }

    private final ImportWriter writer;
    private final Project project;
    private final @Nullable SeenRows seen;
    private ImportJob job;

    ImportAttempt(ImportWriter writer, Project project, ImportJob job) throws IOException {
        this.writer = writer;
        this.seen = job.terms().dryRun() ? new SeenRows() : null;
        this.project = project;
        this.job = job;
    }

    /** As it was last made durable. */
    ImportJob job() {
        return job;
    }

    /** Returns when all rows of the body are judged. */
    void run(RowReader reader) throws IOException {
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<RowBatch> next = reader.next();
            while (next.isPresent()) {
                next = writeAndRead(next.get(), reader, background);
            }
        }
    }

    private Optional<RowBatch> writeAndRead(
            RowBatch batch, RowReader reader, ExecutorService background) throws IOException {
        List<CsvColumn> columns =
                reader instanceof CsvRows csv ? csv.columns() : List.<CsvColumn>of();
        Future<BatchOutcome> written =
                background.submit(
                        () ->
                                seen != null
                                        ? writer.check(project, batch, seen)
                                        : writer.write(project, batch));
        try {
            return reader.next();
        } finally {
            settle(batch, columns, result(written));
        }
    }

    private void settle(RowBatch batch, List<CsvColumn> columns, BatchOutcome outcome)
            throws Stopped {
        job =
                writer.progressed(job, outcome, batch.end(), columns)
                        .orElseThrow(() -> new Stopped("import given up as dead"));
        if (job.cancelling()) {
            throw new Stopped("import cancelled");
        }
    }

    @Override
    public void close() {
        if (seen != null) {
            seen.close();
        }
    }

    private static BatchOutcome result(Future<BatchOutcome> written) throws IOException {
        try {
            return written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }
}
