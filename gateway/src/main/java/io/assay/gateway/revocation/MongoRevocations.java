package io.assay.gateway.revocation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.assay.web.RevokedTokens;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Revocations, for every instance. {@code {_id: "subject:" + name, before, until}}, {@code until}
 * absent if it holds for good; {@code {_id: "key:" + key id}} for a key.
 */
@Component
class MongoRevocations {

    private static final String COLLECTION = "revocations";
    private static final String SUBJECT = "subject:";
    private static final String KEY = "key:";

    private final MongoTemplate mongo;

    MongoRevocations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All that stand, with the instants in full, and by name as the list has them. */
    record Stored(RevokedTokens tokens, Map<String, Instant> before) {}

    Stored all() {
        Set<String> keys = new HashSet<>();
        Map<String, Long> subjects = new HashMap<>();
        Map<String, Instant> before = new HashMap<>();
        for (Document document : revocations().find()) {
            String id = document.getString("_id");
            if (id.startsWith(KEY)) {
                keys.add(id.substring(KEY.length()));
                continue;
            }
            String name = id.substring(SUBJECT.length());
            Instant at = document.getDate("before").toInstant();
            boolean forGood = document.getDate("until") == null;
            subjects.put(name, forGood ? RevokedTokens.FOR_GOOD : at.toEpochMilli());
            before.put(name, at);
        }
        return new Stored(new RevokedTokens(keys, subjects), before);
    }

    long count() {
        return revocations().countDocuments();
    }

    /** Takes out what has no longer a token to refuse. */
    void dropUntil(Instant now) {
        revocations().deleteMany(Filters.lte("until", Date.from(now)));
    }

    void subject(String name, Instant before, Instant until) {
        put(
                new Document("_id", SUBJECT + name)
                        .append("before", Date.from(before))
                        .append("until", Date.from(until)));
    }

    void subjectForGood(String name, Instant before) {
        put(new Document("_id", SUBJECT + name).append("before", Date.from(before)));
    }

    void key(String id) {
        put(new Document("_id", KEY + id));
    }

    private void put(Document document) {
        revocations()
                .replaceOne(
                        Filters.eq(document.getString("_id")),
                        document,
                        new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> revocations() {
        return mongo.getCollection(COLLECTION);
    }
}
