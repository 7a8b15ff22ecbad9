package io.assay.task.importing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Import jobs and the errors of their rows. */
final class MongoImports {

    /** So many errors of one job are kept; all are counted. */
    static final int MOST_ERRORS = 10_000;

    private static final String JOBS = "imports";
    private static final String ERRORS = "import_errors";

    /** An error as kept; the id is job and row, so that a repeat replaces itself. */
    private record KeptError(String id, String jobId, RowError error) {
        static KeptError of(String jobId, RowError error) {
            return new KeptError(jobId + "." + error.row(), jobId, error);
        }
    }

    private final MongoTemplate mongo;

    MongoImports(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void ensureIndexes() {
        mongo.indexOps(JOBS).createIndex(new Index("projectId", Sort.Direction.ASC));
        mongo.indexOps(ERRORS).createIndex(new Index("jobId", Sort.Direction.ASC));
    }

    Optional<ImportJob> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportJob.class, JOBS));
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

    /** Begins a failed job anew; false if another attempt was first. */
    boolean restart(ImportJob failed, ImportJob next) {
        boolean mine =
                replace(where("_id").is(failed.id()).and("runner").is(failed.runner()), next);
        if (mine) {
            mongo.remove(Query.query(where("jobId").is(failed.id())), ERRORS);
        }
        return mine;
    }

    /** False if the job was given up in the meantime: its runner has to stop. */
    boolean save(ImportJob job) {
        return replace(
                where("_id")
                        .is(job.id())
                        .and("runner")
                        .is(job.runner())
                        .and("status")
                        .is(ImportStatus.RUNNING),
                job);
    }

    private boolean replace(Criteria criteria, ImportJob next) {
        return mongo.replace(Query.query(criteria), next, JOBS).getMatchedCount() == 1;
    }

    void keepErrors(ImportJob job, List<RowError> errors) {
        long room = Math.max(0, MOST_ERRORS - job.rejected());
        List<RowError> kept = errors.subList(0, (int) Math.min(room, errors.size()));
        if (!kept.isEmpty()) {
            mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, KeptError.class, ERRORS)
                    .insert(kept.stream().map(error -> KeptError.of(job.id(), error)).toList())
                    .execute();
        }
    }

    List<RowError> errors(String jobId, long afterRow, int limit) {
        Query page =
                Query.query(where("jobId").is(jobId).and("error.row").gt(afterRow))
                        .with(Sort.by("error.row"))
                        .limit(limit);
        return mongo.find(page, KeptError.class, ERRORS).stream().map(KeptError::error).toList();
    }

    List<ImportJob> page(String projectId, @Nullable String after, int limit) {
        Criteria all = where("projectId").is(projectId);
        Criteria page = after == null ? all : all.and("_id").gt(after);
        return mongo.find(
                Query.query(page).with(Sort.by("_id")).limit(limit), ImportJob.class, JOBS);
    }

    void alive(Collection<String> runners, Instant now) {
        mongo.updateMulti(
                Query.query(where("runner").in(runners).and("status").is(ImportStatus.RUNNING)),
                Update.update("aliveAt", now),
                JOBS);
    }

    /** Fails what gave no sign of life since; returns how many. */
    long failSilentSince(Instant time, String reason, Instant now) {
        Query silent =
                Query.query(where("status").is(ImportStatus.RUNNING).and("aliveAt").lt(time));
        Update failed =
                Update.update("status", ImportStatus.FAILED)
                        .set("reason", reason)
                        .set("finishedAt", now);
        return mongo.updateMulti(silent, failed, JOBS).getModifiedCount();
    }
}
