package io.assay.assignment.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StaleVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Members by project. */
@Component
public final class MongoMembers {

    private final AggregateStore<Members> store;

    MongoMembers(Aggregates aggregates) {
        store = aggregates.store("members", Members.class);
    }

    /** Whether the worker has one of so many places: from before, or now. */
    public boolean take(String projectId, String workerId, int places) {
        return StaleVersion.retry(
                        () ->
                                store.changeWithoutEvents(
                                                projectId, now -> now.with(workerId, places))
                                        .orElseGet(
                                                () ->
                                                        store.insert(
                                                                projectId,
                                                                Members.NONE.with(workerId, places),
                                                                List.of())))
                .state()
                .workers()
                .contains(workerId);
    }

    /**
     * How many places are taken, by project; those with none are absent.
     *
     * @param projectIds at most some hundred
     */
    public Map<String, Integer> taken(Collection<String> projectIds) {
        Map<String, Integer> taken = new HashMap<>();
        store.findAll(projectIds)
                .forEach((id, members) -> taken.put(id, members.state().workers().size()));
        return taken;
    }
}
