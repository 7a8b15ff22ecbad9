package io.assay.review.gold;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel.Undoing;
import io.assay.review.skill.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Answers to gold tasks, one document each by assignment id. */
@Component
class MongoGoldLabels implements StoreSetup {
    private static final String COLLECTION = "goldLabels";
    private static final String HELD_UNTIL = "state.stage.until";
    private static final String TASK = "state.taskId";
    private static final String UNDRAWN = "state.stage.undrawn";
    private static final String SCORED_AT = "state.scoredAt";
    private static final String WORKER = "state.label.workerId";

    private final AggregateStore<GoldLabel> store;
    private final MongoTemplate mongo;

    MongoGoldLabels(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, GoldLabel.class);
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        for (String path : List.of(HELD_UNTIL, UNDRAWN)) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index().on(path, Sort.Direction.ASC).sparse());
        }
        // both orders that the labels of one task are read in
        index(new Index().on(TASK, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        index(new Index().on(TASK, Sort.Direction.ASC).on(SCORED_AT, Sort.Direction.DESC));
        store.ensureIndex(WORKER);
    }

    private void index(Index index) {
        mongo.indexOps(COLLECTION).createIndex(index);
    }

    /** Ids that are new; the others keep what they were scored at first. */
    Set<String> insertAll(List<GoldLabel> labels) {
        return store.insertAll(
                labels.stream().map(label -> new Draft<>(label.id(), label, List.of())).toList());
    }

    Map<String, Versioned<GoldLabel>> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    /** Of these ids of scores and of what corrects them, those that are marked as counted. */
    Set<String> counted(Collection<String> scoreIds) {
        Map<String, Versioned<GoldLabel>> found =
                store.findAll(
                        scoreIds.stream().map(Score::assignmentOf).collect(Collectors.toSet()));
        return scoreIds.stream()
                .filter(id -> marks(found.get(Score.assignmentOf(id)), id))
                .collect(Collectors.toSet());
    }

    private static boolean marks(@Nullable Versioned<GoldLabel> found, String scoreId) {
        return found != null && found.state().marks(scoreId);
    }

    Optional<Versioned<GoldLabel>> find(String assignmentId) {
        return store.find(assignmentId);
    }

    /** Of one gold task, by id. */
    List<Versioned<GoldLabel>> ofTask(String taskId, String after, int limit) {
        return store.query(
                new Query(Criteria.where(TASK).is(taskId).and("_id").gt(after))
                        .with(Sort.by("_id"))
                        .limit(limit));
    }

    /** Of one gold task, the latest. */
    List<Versioned<GoldLabel>> latestOf(String taskId, int limit) {
        return store.query(
                new Query(Criteria.where(TASK).is(taskId))
                        .with(Sort.by(Sort.Direction.DESC, SCORED_AT))
                        .limit(limit));
    }

    /**
     * Gold tasks that these workers answered otherwise, unless that was taken back.
     *
     * @param limit labels that are looked at
     */
    Set<String> contradictedBy(Collection<String> workerIds, int limit) {
        return store
                .query(
                        new Query(
                                        Criteria.where(WORKER)
                                                .in(workerIds)
                                                .and("state.credit")
                                                .lt(1)
                                                .and("state.undoing")
                                                .is(Undoing.NONE.name()))
                                .limit(limit))
                .stream()
                .map(label -> label.state().taskId())
                .collect(Collectors.toSet());
    }

    Optional<Versioned<GoldLabel>> change(
            String assignmentId, Function<Versioned<GoldLabel>, Change<GoldLabel>> decide) {
        return store.change(assignmentId, decide);
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
