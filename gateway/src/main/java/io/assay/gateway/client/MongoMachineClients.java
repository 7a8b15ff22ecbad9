package io.assay.gateway.client;

import io.assay.gateway.access.Role;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Machine clients by id. */
@Component
class MongoMachineClients {

    private static final String COLLECTION = "clients";

    private final MongoTemplate mongo;

    MongoMachineClients(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Whether it was stored; not if the id is taken. */
    boolean insert(MachineClient client) {
        try {
            mongo.insert(document(client), COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<MachineClient> find(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Document.class, COLLECTION))
                .map(MongoMachineClients::client);
    }

    /** Whether there is such a client. */
    boolean setSecret(String clientId, String hash) {
        return mongo.updateFirst(of(clientId), Update.update("secretHash", hash), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    void delete(String clientId) {
        mongo.remove(of(clientId), COLLECTION);
    }

    private static Query of(String clientId) {
        return new Query(Criteria.where("_id").is(clientId));
    }

    private static Document document(MachineClient client) {
        return new Document("_id", client.clientId())
                .append("secretHash", client.secretHash())
                .append("roles", client.roles().stream().map(Role::claim).sorted().toList())
                .append("subject", client.subject())
                .append("createdAt", Date.from(client.createdAt()));
    }

    private static MachineClient client(Document document) {
        return new MachineClient(
                document.getString("_id"),
                document.getString("secretHash"),
                document.getList("roles", String.class).stream()
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                document.getString("subject"),
                document.getDate("createdAt").toInstant());
    }
}
