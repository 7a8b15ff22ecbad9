package io.assay.task.importing;

import io.assay.task.project.Project;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes batches of rows durable, with their errors and the progress. */
final class ImportWriter {

    private final InsertRows rows;
    private final MongoImports imports;
    private final MeterRegistry meters;
    private final Clock clock;

    ImportWriter(InsertRows rows, MongoImports imports, MeterRegistry meters, Clock clock) {
        this.rows = rows;
        this.imports = imports;
        this.meters = meters;
        this.clock = clock;
    }

    BatchOutcome write(Project project, RowBatch batch) {
        return rows.insert(project, batch.rows()).with(batch);
    }

    /** Says what a write would come to. */
    BatchOutcome check(Project project, RowBatch batch, SeenRows seen) throws IOException {
        return rows.check(project, batch.rows(), seen).with(batch);
    }

    /** Empty if the job is no longer its runner's, who has to stop. */
    Optional<ImportJob> progressed(
            ImportJob job, BatchOutcome outcome, Position end, List<CsvColumn> columns) {
        Instant now = now();
        Duration took = Duration.between(job.aliveAt(), now);
        imports.keepErrors(job, outcome.errors());
        imports.keepNotes(job, outcome.notes());
        count(job, outcome);
        return imports.save(job.progressed(job.progress().plus(outcome, end, columns, took), now));
    }

    Optional<ImportJob> save(ImportJob job) {
        return imports.save(job);
    }

    Instant now() {
        return clock.instant();
    }

    private void count(ImportJob job, BatchOutcome batch) {
        if (!job.terms().dryRun()) {
            meters.counter("assay.tasks.created").increment(batch.created());
            count("created", batch.created());
            count("duplicate", batch.duplicates());
            count("rejected", batch.errors().size());
        }
    }

    private void count(String result, int rows) {
        meters.counter("assay.imports.rows", "result", result).increment(rows);
    }
}
