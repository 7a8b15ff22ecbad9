package io.assay.task.importing;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.assay.events.Ids;
import io.assay.messaging.DuplicateKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The different lists of workers that a project's tasks name: whoever hands tasks out keeps each
 * once, in memory, so there is an end to them. One document per list, and one that counts.
 */
@Component
final class MongoNamedWorkers {

    /** Workers in all different lists of one project; dispatch has room for so many. */
    static final int MAX_WORKERS = 100_000;

    private static final String COUNT = "count";

    private final MongoTemplate mongo;

    MongoNamedWorkers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes the list in. False if there would be too many. */
    boolean admit(String projectId, List<String> workers) {
        String list = id(projectId, workers);
        if (isKnown(list)) {
            return true;
        }
        if (!count(projectId, workers.size())) {
            return false;
        }
        if (!insert(list)) {
            documents().updateOne(Filters.eq(projectId), Updates.inc(COUNT, -workers.size()));
        }
        return true;
    }

    /** As {@link #admit}, but nothing is taken in. */
    boolean admits(String projectId, List<String> workers) {
        Document counted = documents().find(Filters.eq(projectId)).first();
        int count = counted == null ? 0 : counted.getInteger(COUNT, 0);
        return count + workers.size() <= MAX_WORKERS || isKnown(id(projectId, workers));
    }

    private boolean isKnown(String list) {
        return documents().find(Filters.eq(list)).first() != null;
    }

    private boolean count(String projectId, int workers) {
        documents()
                .updateOne(
                        Filters.eq(projectId),
                        Updates.setOnInsert(COUNT, 0),
                        new UpdateOptions().upsert(true));
        Bson room = Filters.and(Filters.eq(projectId), Filters.lte(COUNT, MAX_WORKERS - workers));
        return documents().updateOne(room, Updates.inc(COUNT, workers)).getMatchedCount() > 0;
    }

    /** False if another was faster. */
    private boolean insert(String list) {
        try {
            documents().insertOne(new Document("_id", list));
            return true;
        } catch (MongoWriteException e) {
            if (!DuplicateKeys.causedAlone(e)) {
                throw e;
            }
            return false;
        }
    }

    private static String id(String projectId, List<String> workers) {
        byte[] names = String.join("\n", workers).getBytes(StandardCharsets.UTF_8);
        return projectId + "." + Ids.sha256Hex(names);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection("named-workers");
    }
}
