package io.assay.gateway.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Keys outlive the process and are the same for every instance. They lie in the gateway's own
 * database in the clear: who can read it can sign tokens.
 */
@Component
class MongoSigningKeys {

    private static final String COLLECTION = "signingKeys";

    private final MongoTemplate mongo;

    MongoSigningKeys(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Newest first. */
    List<SigningKey> all() {
        return mongo.findAll(Document.class, COLLECTION).stream()
                .map(MongoSigningKeys::key)
                .sorted(Comparator.comparingInt(SigningKey::number).reversed())
                .toList();
    }

    /** Whether it was stored; not if another instance made the key of this number first. */
    boolean insert(SigningKey key) {
        Document document =
                new Document("_id", key.number())
                        .append("jwk", key.key().toJSONString())
                        .append("createdAt", Date.from(key.createdAt()));
        try {
            mongo.insert(document, COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void withdraw(int number, Instant at) {
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(number)),
                Update.update("withdrawnAt", Date.from(at)),
                COLLECTION);
    }

    private static SigningKey key(Document document) {
        try {
            return new SigningKey(
                    document.getInteger("_id"),
                    RSAKey.parse(document.getString("jwk")),
                    document.getDate("createdAt").toInstant(),
                    document.getDate("withdrawnAt") != null);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "signing key " + document.getInteger("_id") + " is not a JWK", e);
        }
    }
}
