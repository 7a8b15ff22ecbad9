package io.assay.assignment.qualification;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.Aggregates;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What workers did to qualify, by project and worker. */
@Component
final class MongoQualifications {

    private final AggregateStore<Qualification> store;

    MongoQualifications(Aggregates aggregates) {
        store = aggregates.store("qualifications", Qualification.class);
    }

    Optional<Versioned<Qualification>> find(String projectId, String workerId) {
        return store.find(id(projectId, workerId));
    }

    /**
     * @throws StaleVersion if it was changed since it was read
     * @throws AlreadyExists if it was not there when it was read, and is now
     */
    void put(
            String projectId,
            String workerId,
            Optional<Versioned<Qualification>> read,
            Qualification next) {
        if (read.isEmpty()) {
            store.insert(id(projectId, workerId), next, List.of());
        } else {
            store.update(read.get(), next, List.of());
        }
    }

    private static String id(String projectId, String workerId) {
        return projectId + "." + workerId;
    }
}
