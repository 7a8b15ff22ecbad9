package io.assay.task.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Many files sent at once.
 *
 * @param stored pictures that are new to their owner
 * @param known pictures that the owner had brought before
 * @param refused files that were not taken, each with its reason under {@code entries}
 * @param skipped what systems and programs leave in folders; not listed
 * @param reason null unless stopped: broken-archive, too-many-entries, archive-too-large,
 *     archive-bomb or no-files
 * @param sent sums up what was sent, by which the same is known when it comes again; null unless
 *     all of it was read
 */
record Upload(
        String id,
        String ownerId,
        Status status,
        long stored,
        long known,
        long refused,
        long skipped,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String sent) {

    enum Status {
        /** or cut off: sending it again finishes it */
        RUNNING,
        DONE,
        /** what came before the reason is stored */
        STOPPED
    }

    static Upload started(String id, String ownerId, Instant now) {
        return new Upload(id, ownerId, Status.RUNNING, 0, 0, 0, 0, null, now, null, null);
    }

    long entries() {
        return stored + known + refused;
    }

    Upload with(UploadEntry entry) {
        return switch (entry.outcome()) {
            case STORED -> counted(stored + 1, known, refused, skipped);
            case KNOWN -> counted(stored, known + 1, refused, skipped);
            case REFUSED -> counted(stored, known, refused + 1, skipped);
        };
    }

    Upload withSkipped() {
        return counted(stored, known, refused, skipped + 1);
    }

    Upload finished(@Nullable String why, @Nullable String sum, Instant now) {
        Status end = why == null ? Status.DONE : Status.STOPPED;
        return new Upload(
                id, ownerId, end, stored, known, refused, skipped, why, startedAt, now, sum);
    }

    private Upload counted(long stored, long known, long refused, long skipped) {
        return new Upload(
                id,
                ownerId,
                status,
                stored,
                known,
                refused,
                skipped,
                reason,
                startedAt,
                finishedAt,
                sent);
    }
}
