package io.assay.gateway.stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.assay.messaging.DuplicateKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** One document per result, {@code {_id: event id, at: "partition@offset"}}, written once. */
@Component
class MongoOccurrences implements Occurrences {

    private static final String COLLECTION = "occurrences";

    private final MongoTemplate mongo;

    MongoOccurrences(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<String, String> canonical(Map<String, String> seen) {
        Map<String, String> known = find(seen.keySet());
        Set<String> fresh = new HashSet<>(seen.keySet());
        fresh.removeAll(known.keySet());
        if (!fresh.isEmpty()) {
            insert(
                    fresh.stream()
                            .map(id -> new Document("_id", id).append("at", seen.get(id)))
                            .toList());
            known.putAll(find(fresh));
        }
        return known;
    }

    private Map<String, String> find(Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document document : collection().find(Filters.in("_id", ids))) {
                found.put(document.getString("_id"), document.getString("at"));
            }
        }
        return found;
    }

    /**
     * Another reader may be at the same place: who comes second reads back what the first wrote.
     */
    private void insert(List<Document> documents) {
        DuplicateKeys.insertNew(collection(), documents);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
