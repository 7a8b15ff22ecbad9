package io.assay.task.importing;

import io.assay.task.limit.Slots;
import io.assay.task.project.Project;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Opens imports, takes their rows in one piece or in parts, and cancels them. */
final class RunImports {

    private static final int MAX_AT_ONCE = 8;
    private static final int MAX_PER_OWNER = 3;

    private final MongoImports imports;
    private final ImportAttempts attempts;
    private final ImportWriter writer;
    private final Slots slots = new Slots(MAX_AT_ONCE, MAX_PER_OWNER);

    RunImports(MongoImports imports, ImportAttempts attempts, ImportWriter writer) {
        this.imports = imports;
        this.attempts = attempts;
        this.writer = writer;
    }

    /**
     * Opens an import whose rows follow in parts.
     *
     * @param jobId follows from the caller's idempotency key
     */
    ImportOutcome open(String jobId, Project project, ImportTerms terms) {
        ImportJob job = opened(jobId, project, terms);
        if (imports.start(job)) {
            return new ImportOutcome.Taken(job);
        }
        ImportJob before = imports.find(jobId).orElseThrow();
        return before.terms().equals(terms)
                ? new ImportOutcome.Taken(before)
                : new ImportOutcome.OtherUnderSameKey();
    }

    /**
     * Takes all rows at once.
     *
     * @param jobId follows from the caller's idempotency key: a repeat of a job that is done gives
     *     the job, a repeat of one that was cut off begins anew
     */
    ImportOutcome whole(String jobId, Project project, ImportTerms terms, ImportBody body)
            throws IOException {
        return withSlot(
                project,
                () -> {
                    ImportJob job = opened(jobId, project, terms);
                    Optional<ImportJob> before = imports.find(jobId);
                    return before.isEmpty()
                            ? first(job, project, body)
                            : again(before.get(), job, project, body);
                });
    }

    private interface Work {
        ImportOutcome run() throws IOException;
    }

    private ImportOutcome withSlot(Project project, Work work) throws IOException {
        return switch (slots.take(project.requesterId())) {
            case Slots.Grant.Taken(var slot) -> {
                try (slot) {
                    yield work.run();
                }
            }
            case Slots.Grant none -> new ImportOutcome.Busy(none);
        };
    }

    private ImportOutcome first(ImportJob job, Project project, ImportBody body)
            throws IOException {
        ImportJob running = running(job);
        return imports.start(running)
                ? attempts.make(running, project, body, true)
                : new ImportOutcome.Running(running);
    }

    private ImportOutcome again(ImportJob before, ImportJob job, Project project, ImportBody body)
            throws IOException {
        if (!before.terms().asksLike(job.terms())) {
            return new ImportOutcome.OtherUnderSameKey();
        }
        return switch (before.status()) {
            case DONE -> repeated(before, body);
            case RUNNING -> new ImportOutcome.Running(before);
            case CANCELLED -> new ImportOutcome.Over(before);
            case OPEN, FAILED -> anew(before, job, project, body);
        };
    }

    private ImportOutcome anew(ImportJob before, ImportJob job, Project project, ImportBody body)
            throws IOException {
        ImportJob running = running(job);
        return imports.restart(before, running)
                ? attempts.make(running, project, body, true)
                : new ImportOutcome.Running(before);
    }

    /** One that came in parts has no checksum of the whole, so its length must do. */
    private static ImportOutcome repeated(ImportJob done, ImportBody body) throws IOException {
        long length = body.passOverAll();
        boolean same =
                done.checksum() == null
                        ? length == done.progress().bytes()
                        : body.checksum() == done.checksum();
        return same ? new ImportOutcome.Taken(done) : new ImportOutcome.OtherUnderSameKey();
    }

    /**
     * Takes some more rows.
     *
     * @param offset where in the file the part begins, in bytes as unpacked; what was taken before
     *     is passed over
     * @param last whether the part reaches to the end of the file
     */
    ImportOutcome part(ImportJob job, Project project, long offset, boolean last, ImportBody body)
            throws IOException {
        return withSlot(
                project,
                () ->
                        switch (job.status()) {
                            case RUNNING -> new ImportOutcome.Running(job);
                            case FAILED, CANCELLED -> new ImportOutcome.Over(job);
                            case DONE -> afterEnd(job, offset, body);
                            case OPEN -> onward(job, project, offset, last, body);
                        });
    }

    /** A part that was taken before may come again. */
    private static ImportOutcome afterEnd(ImportJob done, long offset, ImportBody body)
            throws IOException {
        return offset + body.passOverAll() <= done.progress().bytes()
                ? new ImportOutcome.Taken(done)
                : new ImportOutcome.Over(done);
    }

    private ImportOutcome onward(
            ImportJob job, Project project, long offset, boolean last, ImportBody body)
            throws IOException {
        if (job.terms().annotations() != null) {
            return new ImportOutcome.InOnePiece(job);
        }
        long known = job.progress().bytes() - offset;
        if (known < 0) {
            return new ImportOutcome.Gap(job);
        }
        if (body.passOver(known) < known) {
            return new ImportOutcome.Taken(job);
        }
        ImportJob running = running(job);
        return imports.resume(job, running)
                ? attempts.make(running, project, body, last)
                : new ImportOutcome.Running(job);
    }

    /** At once if nobody works on it, else as soon as its runner looks. */
    ImportJob cancel(ImportJob job) {
        return imports.cancel(job.id(), writer.now());
    }

    private ImportJob opened(String id, Project project, ImportTerms terms) {
        return ImportJob.open(id, project.projectId(), project.requesterId(), terms, writer.now());
    }

    private ImportJob running(ImportJob job) {
        return job.running(UUID.randomUUID().toString(), writer.now());
    }
}
