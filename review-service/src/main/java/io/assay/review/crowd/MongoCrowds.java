package io.assay.review.crowd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.ReplaceOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What was learnt last of each project, one document each, of some megabytes at most. Whoever
 * writes last wins: several instances know nearly the same, and losing it costs only time.
 */
class MongoCrowds {
    private static final Logger LOG = LoggerFactory.getLogger(MongoCrowds.class);
    private static final String COLLECTION = "taught";

    record Stored(
            @Id String projectId,
            List<Remembered.Task> tasks,
            Remembered.@Nullable Drawings drawings) {}

    private final MongoTemplate mongo;

    MongoCrowds(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Nothing if there is nothing yet. */
    Remembered find(String projectId) {
        Stored stored = mongo.findById(projectId, Stored.class, COLLECTION);
        return stored == null
                ? Remembered.NOTHING
                : new Remembered(stored.tasks(), stored.drawings());
    }

    /** Never fails: what is decided does not depend on it. */
    void save(String projectId, Remembered remembered) {
        try {
            mongo.replace(
                    new Query(Criteria.where("_id").is(projectId)),
                    new Stored(projectId, remembered.tasks(), remembered.drawings()),
                    ReplaceOptions.replaceOptions().upsert(),
                    COLLECTION);
        } catch (DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("projectId", projectId)
                    .setCause(e)
                    .log("a crowd could not be remembered");
        }
    }
}
