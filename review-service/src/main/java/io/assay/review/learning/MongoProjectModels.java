package io.assay.review.learning;

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
import org.springframework.stereotype.Component;

/**
 * What was learned last of each project, one document each, of some megabytes at most. Whoever
 * writes last wins: several instances know nearly the same, and losing it costs only time.
 */
@Component
class MongoProjectModels {
    private static final Logger LOG = LoggerFactory.getLogger(MongoProjectModels.class);
    private static final String COLLECTION = "taught";

    record Stored(
            @Id String projectId,
            List<ModelSnapshot.Task> tasks,
            ModelSnapshot.@Nullable Drawings drawings) {}

    private final MongoTemplate mongo;

    MongoProjectModels(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Nothing if there is nothing yet. */
    ModelSnapshot find(String projectId) {
        Stored stored = mongo.findById(projectId, Stored.class, COLLECTION);
        return stored == null
                ? ModelSnapshot.NOTHING
                : new ModelSnapshot(stored.tasks(), stored.drawings());
    }

    /** Never fails: what is decided does not depend on it. */
    void save(String projectId, ModelSnapshot snapshot) {
        try {
            mongo.replace(
                    new Query(Criteria.where("_id").is(projectId)),
                    new Stored(projectId, snapshot.tasks(), snapshot.drawings()),
                    ReplaceOptions.replaceOptions().upsert(),
                    COLLECTION);
        } catch (DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("projectId", projectId)
                    .setCause(e)
                    .log("a model could not be saved");
        }
    }
}
