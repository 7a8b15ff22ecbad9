package io.assay.assignment.figure;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Figures of projects, by project: one small document each. */
@Component
public final class MongoFigures {

    private final AggregateStore<ProjectFigures> store;

    MongoFigures(Aggregates aggregates) {
        store = aggregates.store("figures", ProjectFigures.class);
    }

    /** Adds to what all instances counted. */
    void add(String projectId, ProjectFigures more) {
        StaleVersion.retry(
                () ->
                        store.changeWithoutEvents(projectId, known -> known.plus(more))
                                .orElseGet(() -> store.insert(projectId, more, List.of())));
    }

    /**
     * By project; those of which nothing was counted yet are absent.
     *
     * @param projectIds at most some hundred
     */
    public Map<String, ProjectFigures> findAll(Collection<String> projectIds) {
        return store.findAll(projectIds).values().stream()
                .collect(Collectors.toMap(Versioned::id, Versioned::state));
    }
}
