package io.assay.review.task;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Tasks under review, one document each by task id. */
@Component
public class MongoTasks implements StoreSetup {
    private static final String COLLECTION = "tasks";
    private static final String WAITS_FOR = "state.waitsFor";
    private static final String PLACE = "state.queued.place";
    private static final String UNDOING = "state.gold.undoing";
    private static final String REASON = "state.queued.reason";
    private static final String GOLD = "state.gold";
    private static final String PICTURE = "state.info.media.ref";
    private static final String QUEUED_PROJECT = "state.queued.projectId";

    private final AggregateStore<ReviewedTask> store;
    private final MongoTemplate mongo;

    public MongoTasks(Aggregates aggregates, MongoTemplate mongo) {
        this.store = aggregates.store(COLLECTION, ReviewedTask.class);
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        index(new Index().on(PLACE, Sort.Direction.ASC));
        index(new Index().on(UNDOING, Sort.Direction.ASC));
        // with what each is sorted by
        index(new Index().on(WAITS_FOR, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        index(new Index().on(QUEUED_PROJECT, Sort.Direction.ASC).on(PLACE, Sort.Direction.ASC));
        // of gold alone, which is little beside the work
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index()
                                .on(PICTURE, Sort.Direction.ASC)
                                .partial(PartialIndexFilter.of(Criteria.where(GOLD).exists(true))));
    }

    /** True if some task with this picture is gold, trusted or not. */
    public boolean isGold(String picture) {
        return store.count(
                        new Query(Criteria.where(PICTURE).is(picture).and(GOLD).exists(true))
                                .limit(1))
                > 0;
    }

    private void index(Index index) {
        mongo.indexOps(COLLECTION).createIndex(index.sparse());
    }

    public Optional<Versioned<ReviewedTask>> find(String taskId) {
        return store.find(taskId);
    }

    public Map<String, Versioned<ReviewedTask>> findAll(Collection<String> taskIds) {
        return store.findAll(taskIds);
    }

    /** Returns those not written, as another was faster. */
    public Set<String> write(List<Draft<ReviewedTask>> drafts, List<Change<ReviewedTask>> changes) {
        return store.write(drafts, changes);
    }

    /**
     * @throws StaleVersion if the task was changed since it was read
     */
    public void update(Versioned<ReviewedTask> read, Step step) {
        store.update(read, step.next(), step.events());
    }

    /** Ids of tasks that a change of the project may move on, in order of their ids. */
    public List<String> waitingFor(String projectId, String after, int limit) {
        return store
                .query(
                        new Query(Criteria.where(WAITS_FOR).is(projectId).and("_id").gt(after))
                                .with(Sort.by("_id"))
                                .limit(limit))
                .stream()
                .map(Versioned::id)
                .toList();
    }

    /** Gold tasks whose scores are to be taken back. */
    public List<Versioned<ReviewedTask>> undoing(int limit) {
        return store.query(new Query(Criteria.where(UNDOING).exists(true)).limit(limit));
    }

    /** How many tasks wait for a reviewer. */
    public long queued() {
        return store.count(new Query(Criteria.where(PLACE).exists(true)));
    }

    /** What waits for a reviewer, the most valuable first. */
    public List<Versioned<ReviewedTask>> queue(
            @Nullable String projectId,
            @Nullable QueueReason reason,
            String afterPlace,
            int limit) {
        Criteria criteria = Criteria.where(PLACE).gt(afterPlace);
        if (reason != null) {
            criteria = criteria.and(REASON).is(reason.wireName());
        }
        if (projectId != null) {
            criteria = criteria.and(QUEUED_PROJECT).is(projectId);
        }
        return store.query(new Query(criteria).with(Sort.by(PLACE)).limit(limit));
    }
}
