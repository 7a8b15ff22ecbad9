package io.assay.task.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param runner the attempt that works on it; only this may write, so that one given up as dead
 *     cannot speak for its successor
 * @param rows read so far, blank ones left out
 * @param created tasks that this import made
 * @param duplicates rows whose task was there with the same content: no error
 * @param rejected rows that made no task
 * @param reason why it failed
 * @param bodySha256 of what was sent, once read to the end
 * @param aliveAt when the runner last gave a sign of life
 */
record ImportJob(
        String id,
        String projectId,
        String requesterId,
        String runner,
        ImportStatus status,
        long rows,
        long created,
        long duplicates,
        long rejected,
        @Nullable String reason,
        @Nullable String bodySha256,
        Instant startedAt,
        Instant aliveAt,
        @Nullable Instant finishedAt) {

    static ImportJob started(
            String id, String projectId, String requesterId, String runner, Instant now) {
        return new ImportJob(
                id,
                projectId,
                requesterId,
                runner,
                ImportStatus.RUNNING,
                0,
                0,
                0,
                0,
                null,
                null,
                now,
                now,
                null);
    }

    ImportJob progressed(BatchOutcome batch, Instant now) {
        return new ImportJob(
                id,
                projectId,
                requesterId,
                runner,
                status,
                rows + batch.rows(),
                created + batch.created(),
                duplicates + batch.duplicates(),
                rejected + batch.errors().size(),
                reason,
                bodySha256,
                startedAt,
                now,
                finishedAt);
    }

    ImportJob done(String sha256, Instant now) {
        return finished(ImportStatus.DONE, null, sha256, now);
    }

    ImportJob failed(String why, Instant now) {
        return finished(ImportStatus.FAILED, why, null, now);
    }

    private ImportJob finished(
            ImportStatus next, @Nullable String why, @Nullable String sha256, Instant now) {
        return new ImportJob(
                id,
                projectId,
                requesterId,
                runner,
                next,
                rows,
                created,
                duplicates,
                rejected,
                why,
                sha256,
                startedAt,
                now,
                now);
    }
}
