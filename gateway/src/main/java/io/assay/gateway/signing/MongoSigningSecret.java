package io.assay.gateway.signing;

import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The secret, the same for every instance; who can read the database can sign. */
@Component
class MongoSigningSecret implements SigningSecret {

    private static final String COLLECTION = "secrets";
    private static final String ID = "signing";

    private final MongoTemplate mongo;

    MongoSigningSecret(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public byte[] orElse(byte[] fresh) {
        Document found = mongo.findById(ID, Document.class, COLLECTION);
        if (found == null) {
            try {
                mongo.insert(
                        new Document("_id", ID).append("secret", new Binary(fresh)), COLLECTION);
            } catch (DuplicateKeyException _) {
                // another instance was faster
            }
            found = Objects.requireNonNull(mongo.findById(ID, Document.class, COLLECTION));
        }
        return found.get("secret", Binary.class).getData();
    }
}
