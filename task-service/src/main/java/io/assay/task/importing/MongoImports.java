package io.assay.task.importing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.messaging.StoreSetup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Import jobs and the errors of their rows. */
@Component
final class MongoImports implements StoreSetup {

    private static final String JOBS = "imports";
    private static final String ERRORS = "import_errors";
    private static final String NOTES = "import_notes";
    private static final int ERRORS_A_PIECE = 500;
    private static final int PIECES_AT_ONCE = 4;

    /** Errors of rows that follow each other; its id is the job and the first row. */
    private record ErrorPiece(
            String id, String jobId, long firstRow, long lastRow, List<RowError> errors) {
        static ErrorPiece of(String jobId, List<RowError> errors) {
            long first = errors.getFirst().row();
            return new ErrorPiece(
                    jobId + "." + first, jobId, first, errors.getLast().row(), errors);
        }
    }

    /** Likewise, of notes. */
    private record NotePiece(
            String id, String jobId, long firstRow, long lastRow, List<RowNote> notes) {
        static NotePiece of(String jobId, List<RowNote> notes) {
            long first = notes.getFirst().row();
            return new NotePiece(jobId + "." + first, jobId, first, notes.getLast().row(), notes);
        }
    }

    private final MongoTemplate mongo;

    MongoImports(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        mongo.indexOps(JOBS)
                .createIndex(
                        new Index("projectId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        mongo.indexOps(JOBS)
                .createIndex(
                        new Index("runner", Sort.Direction.ASC).on("status", Sort.Direction.ASC));
        mongo.indexOps(JOBS)
                .createIndex(
                        new Index("status", Sort.Direction.ASC).on("aliveAt", Sort.Direction.ASC));
        for (String pieces : List.of(ERRORS, NOTES)) {
            mongo.indexOps(pieces)
                    .createIndex(
                            new Index("jobId", Sort.Direction.ASC)
                                    .on("firstRow", Sort.Direction.ASC));
        }
    }

    Optional<ImportJob> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportJob.class, JOBS));
    }

    List<ImportJob> page(String projectId, @Nullable String after, int limit) {
        Criteria all = where("projectId").is(projectId);
        Criteria page = after == null ? all : all.and("_id").gt(after);
        return mongo.find(
                Query.query(page).with(Sort.by("_id")).limit(limit), ImportJob.class, JOBS);
    }

    /** False if there is a job with this id. */
    boolean start(ImportJob job) {
        try {
            mongo.insert(job, JOBS);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Begins a job anew; false if another attempt was first. */
    boolean restart(ImportJob before, ImportJob next) {
        boolean mine = replace(before, next);
        if (mine) {
            mongo.remove(Query.query(where("jobId").is(before.id())), ERRORS);
            mongo.remove(Query.query(where("jobId").is(before.id())), NOTES);
        }
        return mine;
    }

    /** Goes on with a job; false if another attempt was first. */
    boolean resume(ImportJob before, ImportJob next) {
        boolean mine = replace(before, next);
        if (mine) {
            // of a batch that was cut off between its errors and the progress
            mongo.remove(
                    Query.query(
                            where("jobId")
                                    .is(before.id())
                                    .and("firstRow")
                                    .gt(before.progress().lines())),
                    ERRORS);
        }
        return mine;
    }

    private boolean replace(ImportJob before, ImportJob next) {
        Criteria unchanged =
                where("_id")
                        .is(before.id())
                        .and("runner")
                        .is(before.runner())
                        .and("status")
                        .is(before.status());
        return mongo.replace(Query.query(unchanged), next, JOBS).getMatchedCount() == 1;
    }

    /** As it is now; empty if it was given up in the meantime: its runner has to stop. */
    Optional<ImportJob> save(ImportJob job) {
        Criteria mine = where("_id").is(job.id()).and("runner").is(job.runner());
        Update update =
                new Update()
                        .set("status", job.status())
                        .set("progress", job.progress())
                        .set("reason", job.reason())
                        .set("checksum", job.checksum())
                        .set("aliveAt", job.aliveAt())
                        .set("finishedAt", job.finishedAt());
        return changed(mine.and("status").is(ImportStatus.RUNNING), update);
    }

    /** The job, cancelled if nobody is at work on it, else to be. */
    ImportJob cancel(String id, Instant now) {
        Update over = Update.update("status", ImportStatus.CANCELLED).set("finishedAt", now);
        Criteria open = where("_id").is(id).and("status").is(ImportStatus.OPEN);
        Criteria running = where("_id").is(id).and("status").is(ImportStatus.RUNNING);
        return changed(open, over)
                .or(() -> changed(running, Update.update("cancelling", true)))
                .or(() -> find(id))
                .orElseThrow();
    }

    private Optional<ImportJob> changed(Criteria criteria, Update update) {
        return Optional.ofNullable(
                mongo.findAndModify(
                        Query.query(criteria),
                        update,
                        FindAndModifyOptions.options().returnNew(true),
                        ImportJob.class,
                        JOBS));
    }

    void alive(Collection<String> runners, Instant now) {
        mongo.updateMulti(
                Query.query(where("runner").in(runners).and("status").is(ImportStatus.RUNNING)),
                Update.update("aliveAt", now),
                JOBS);
    }

    /** Opens what gave no sign of life since, or ends it if it was to be cancelled. */
    void reopenSilentSince(Instant time, String reason, Instant now) {
        Criteria silent = where("status").is(ImportStatus.RUNNING).and("aliveAt").lt(time);
        mongo.updateMulti(
                Query.query(silent.and("cancelling").is(true)),
                Update.update("status", ImportStatus.CANCELLED).set("finishedAt", now),
                JOBS);
        mongo.updateMulti(
                Query.query(silent.and("cancelling").is(false)),
                Update.update("status", ImportStatus.OPEN).set("reason", reason),
                JOBS);
    }

    void keepErrors(ImportJob job, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        List<RowError> sorted =
                errors.stream().sorted(Comparator.comparingLong(RowError::row)).toList();
        List<ErrorPiece> pieces = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += ERRORS_A_PIECE) {
            int end = Math.min(sorted.size(), i + ERRORS_A_PIECE);
            pieces.add(ErrorPiece.of(job.id(), sorted.subList(i, end)));
        }
        mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, ErrorPiece.class, ERRORS)
                .insert(pieces)
                .execute();
    }

    /** All of one row are in one piece. */
    void keepNotes(ImportJob job, List<RowNote> notes) {
        if (!notes.isEmpty()) {
            mongo.save(NotePiece.of(job.id(), notes), NOTES);
        }
    }

    /** At most so many notes behind a row, in their order, and all of each row. */
    List<RowNote> notes(String jobId, long afterRow, int most) {
        Query behind =
                Query.query(where("jobId").is(jobId).and("lastRow").gt(afterRow))
                        .with(Sort.by("firstRow"))
                        .cursorBatchSize(PIECES_AT_ONCE);
        List<RowNote> notes = new ArrayList<>();
        try (Stream<NotePiece> pieces = mongo.stream(behind, NotePiece.class, NOTES)) {
            pieces.flatMap(piece -> Objects.requireNonNull(piece).notes().stream())
                    .filter(note -> note.row() > afterRow)
                    .takeWhile(note -> notes.size() < most || note.row() == notes.getLast().row())
                    .forEach(notes::add);
        }
        return notes;
    }

    /** All errors behind a row, in their order, read while the stream is. To be closed. */
    Stream<RowError> errors(String jobId, long afterRow) {
        Query behind =
                Query.query(where("jobId").is(jobId).and("lastRow").gt(afterRow))
                        .with(Sort.by("firstRow"))
                        .cursorBatchSize(PIECES_AT_ONCE);
        return mongo.stream(behind, ErrorPiece.class, ERRORS)
                .flatMap(piece -> Objects.requireNonNull(piece).errors().stream())
                .filter(error -> error.row() > afterRow);
    }
}
