package io.assay.task.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param runner the attempt that works on it, or the last that did; only this may write, so that
 *     one given up as dead cannot act for its successor
 * @param cancelling its runner is to stop
 * @param reason why it failed, or was cut off
 * @param checksum of what was sent, if that came in one piece and was read to the end
 * @param aliveAt when the runner last gave a sign of life
 */
record ImportJob(
        String id,
        String projectId,
        String requesterId,
        ImportTerms terms,
        String runner,
        ImportStatus status,
        ImportProgress progress,
        boolean cancelling,
        @Nullable String reason,
        @Nullable Long checksum,
        Instant startedAt,
        Instant aliveAt,
        @Nullable Instant finishedAt) {

    static ImportJob open(
            String id, String projectId, String requesterId, ImportTerms terms, Instant now) {
        return new ImportJob(
                id,
                projectId,
                requesterId,
                terms,
                "",
                ImportStatus.OPEN,
                ImportProgress.NONE,
                false,
                null,
                null,
                now,
                now,
                null);
    }

    /** Goes on from where it is. */
    ImportJob running(String by, Instant now) {
        return with(by, ImportStatus.RUNNING, progress, null, null, now, null);
    }

    ImportJob progressed(ImportProgress next, Instant now) {
        return with(runner, status, next, reason, checksum, now, finishedAt);
    }

    /** It may go on from where it is. */
    ImportJob interrupted(@Nullable String why, Instant now) {
        return with(runner, ImportStatus.OPEN, progress, why, null, now, null);
    }

    ImportJob done(@Nullable Long sum, Instant now) {
        return with(runner, ImportStatus.DONE, progress, null, sum, now, now);
    }

    ImportJob failed(String why, Instant now) {
        return with(runner, ImportStatus.FAILED, progress, why, null, now, now);
    }

    ImportJob cancelled(Instant now) {
        return with(runner, ImportStatus.CANCELLED, progress, null, null, now, now);
    }

    private ImportJob with(
            String by,
            ImportStatus next,
            ImportProgress at,
            @Nullable String why,
            @Nullable Long sum,
            Instant alive,
            @Nullable Instant finished) {
        return new ImportJob(
                id,
                projectId,
                requesterId,
                terms,
                by,
                next,
                at,
                cancelling,
                why,
                sum,
                startedAt,
                alive,
                finished);
    }
}
