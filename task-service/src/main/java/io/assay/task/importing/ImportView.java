package io.assay.task.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is read.
 *
 * @param dryRun everything is checked and nothing written: {@code created} is what would be
 * @param rows judged so far
 * @param duplicates rows whose task was there already: no error
 * @param rejected rows with an error; all are listed under {@code errors}
 * @param notes on what was passed over in rows that were taken; all are listed under {@code notes}
 * @param nextOffset bytes of the file, as unpacked, that are judged: the next part begins there
 * @param totalBytes of the file when unpacked, if known
 * @param totalRows if given when the import was opened
 * @param rowsPerSecond while it was at work
 * @param secondsLeft if the file's size is known and it is not over
 * @param cancelling it is to end as soon as its runner looks
 * @param reason why it failed or was cut off
 */
record ImportView(
        String id,
        String projectId,
        ImportStatus status,
        ImportFormat format,
        boolean dryRun,
        long rows,
        long created,
        long duplicates,
        long rejected,
        long notes,
        long nextOffset,
        @Nullable Long totalBytes,
        @Nullable Long totalRows,
        long rowsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Boolean cancelling,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ImportView of(ImportJob job) {
        ImportProgress progress = job.progress();
        boolean over = job.finishedAt() != null;
        return new ImportView(
                job.id(),
                job.projectId(),
                job.status(),
                job.terms().format(),
                job.terms().dryRun(),
                progress.rows(),
                progress.created(),
                progress.duplicates(),
                progress.rejected(),
                progress.notes(),
                progress.bytes(),
                job.terms().totalBytes(),
                job.terms().totalRows(),
                progress.rowsPerSecond(),
                over ? null : progress.secondsLeft(job.terms()),
                (job.cancelling() && !over) ? true : null,
                job.reason(),
                job.startedAt(),
                job.finishedAt());
    }
}
