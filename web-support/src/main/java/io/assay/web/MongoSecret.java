package io.assay.web;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A secret to sign with: made once and kept in the process's own database, so that it outlives the
 * process and is the same for every instance. Who can read the database can sign.
 */
public class MongoSecret implements Supplier<byte[]> {

    private static final String COLLECTION = "secrets";
    private static final int BYTES = 32;

    private final ObjectProvider<MongoTemplate> mongo;
    private final String id;
    private volatile byte @Nullable [] secret;

    /**
     * @param mongo absent where only controllers are tested; the secret is then this process's own
     * @param id in the collection of secrets
     */
    public MongoSecret(ObjectProvider<MongoTemplate> mongo, String id) {
        this.mongo = mongo;
        this.id = id;
    }

    @Override
    public byte[] get() {
        byte[] known = secret;
        if (known == null) {
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            MongoTemplate store = mongo.getIfAvailable();
            known = store == null ? fresh : kept(store, fresh);
            secret = known;
        }
        return known;
    }

    private byte[] kept(MongoTemplate store, byte[] fresh) {
        Document found = store.findById(id, Document.class, COLLECTION);
        if (found == null) {
            try {
                store.insert(
                        new Document("_id", id).append("secret", new Binary(fresh)), COLLECTION);
            } catch (DuplicateKeyException _) {
                // another instance was faster
            }
            found = Objects.requireNonNull(store.findById(id, Document.class, COLLECTION));
        }
        return found.get("secret", Binary.class).getData();
    }
}
