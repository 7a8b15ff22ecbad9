package io.assay.task.task;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The projects' salts. They leave this service in no event and no response. */
@Component
final class MongoSalts {

    private static final String COLLECTION = "taskSalts";
    private static final int BYTES = 16;

    private final MongoTemplate mongo;
    private final RandomGenerator random = new SecureRandom();

    MongoSalts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Created on first use; it never changes. */
    String of(String projectId) {
        Document known = find(projectId);
        if (known == null) {
            insert(projectId);
            known = requireNonNull(find(projectId), "what was inserted is there");
        }
        return known.getString("salt");
    }

    private @Nullable Document find(String projectId) {
        return mongo.getCollection(COLLECTION).find(Filters.eq(projectId)).first();
    }

    /** Whoever was faster made it. */
    private void insert(String projectId) {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        try {
            mongo.insert(
                    new Document("_id", projectId).append("salt", HexFormat.of().formatHex(salt)),
                    COLLECTION);
        } catch (DuplicateKeyException e) {
            // it is there
        }
    }
}
