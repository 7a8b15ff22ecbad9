package io.assay.review.gold;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Versioned;
import io.assay.review.skill.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Answers to gold tasks, one document each by assignment id. */
class MongoGoldLabels {
    private static final String COLLECTION = "goldLabels";
    private static final String HELD_UNTIL = "state.heldUntil";
    private static final String UNDRAWN = "state.undrawn";

    private final AggregateStore<GoldLabel> store;
    private final MongoTemplate mongo;

    MongoGoldLabels(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, GoldLabel.class);
        this.mongo = mongo;
    }

    void ensureIndexes() {
        for (String path : List.of(HELD_UNTIL, UNDRAWN)) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index().on(path, Sort.Direction.ASC).sparse());
        }
    }

    /** Ids that are new; the others keep what they were scored at first. */
    Set<String> insertAll(List<GoldLabel> labels) {
        return store.insertAll(
                labels.stream().map(label -> new Draft<>(label.id(), label, List.of())).toList());
    }

    Map<String, Versioned<GoldLabel>> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    /** Those of these scores, and corrections of scores, that are marked as counted. */
    Set<String> counted(Collection<String> ids) {
        List<String> assignments = ids.stream().map(Score::assignmentOf).distinct().toList();
        Map<String, Versioned<GoldLabel>> found = findAll(assignments);
        Set<String> counted = new HashSet<>();
        for (String id : ids) {
            Versioned<GoldLabel> label = found.get(Score.assignmentOf(id));
            if (label != null && isCounted(label.state(), id)) {
                counted.add(id);
            }
        }
        return counted;
    }

    private static boolean isCounted(GoldLabel label, String id) {
        return Score.isCorrection(id) ? label.repair() == GoldLabel.Repair.DONE : label.counted();
    }

    Optional<Versioned<GoldLabel>> find(String assignmentId) {
        return store.find(assignmentId);
    }

    Set<String> updateAll(List<Change<GoldLabel>> changes) {
        return store.updateAll(changes);
    }

    /**
     * Held no longer than until then.
     *
     * @param frozen projects whose verdicts are all held
     */
    List<Versioned<GoldLabel>> due(Instant now, Collection<String> frozen, int limit) {
        Criteria due = Criteria.where(HELD_UNTIL).lte(now);
        if (!frozen.isEmpty()) {
            due = due.and("state.projectId").nin(frozen);
        }
        return store.query(new Query(due).with(Sort.by(HELD_UNTIL)).limit(limit));
    }

    /** Held while no delay of the project was known. */
    List<Versioned<GoldLabel>> undrawn(String projectId, int limit) {
        return store.query(new Query(Criteria.where(UNDRAWN).is(projectId)).limit(limit));
    }
}
