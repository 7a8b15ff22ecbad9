package io.assay.task.project;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.Versioned;
import io.assay.web.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The projects, and which of them a caller may know of. */
@Component
public final class MongoProjects implements StoreSetup {

    private final AggregateStore<Project> store;

    MongoProjects(AggregateStore<Project> store) {
        this.store = store;
    }

    @Override
    public void prepare() {
        store.ensureIndex("state.requesterId", "_id");
    }

    /** Empty if it is another's, just as if it did not exist. */
    public Optional<Versioned<Project>> owned(String projectId, Caller caller) {
        return store.find(projectId).filter(found -> isOwner(found.state(), caller));
    }

    /** For its owner and its partners; empty for all others. */
    public Optional<Versioned<Project>> readable(String projectId, Caller caller) {
        return store.find(projectId)
                .filter(
                        found ->
                                isOwner(found.state(), caller) || isPartner(found.state(), caller));
    }

    /** Whose guidelines the caller may read: a reviewer decides about pictures of all projects. */
    Optional<Versioned<Project>> withGuidelines(String projectId, Caller caller) {
        return caller.has("reviewer") ? store.find(projectId) : readable(projectId, caller);
    }

    /** True if the caller owns the project, as a requester. */
    public static boolean isOwner(Project project, Caller caller) {
        return caller.has("requester") && project.requesterId().equals(caller.id());
    }

    private static boolean isPartner(Project project, Caller caller) {
        return caller.has("partner") && project.spec().partners().contains(caller.id());
    }

    /** What the caller may read, in order of id. */
    List<Versioned<Project>> page(Caller caller, @Nullable String after, int limit) {
        List<Criteria> mine = new ArrayList<>();
        if (caller.has("requester")) {
            mine.add(where("state.requesterId").is(caller.id()));
        }
        if (caller.has("partner")) {
            mine.add(where("state.spec.partners").is(caller.id()));
        }
        if (mine.isEmpty()) {
            return List.of();
        }
        Criteria readable = new Criteria().orOperator(mine);
        Criteria page =
                after == null
                        ? readable
                        : new Criteria().andOperator(readable, where("_id").gt(after));
        return store.query(Query.query(page).with(Sort.by("_id")).limit(limit));
    }
}
