package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Accounts by id and by username. */
@Component
class MongoAccounts {

    private static final String COLLECTION = "accounts";
    private static final String ONE_TIME_UNTIL = "oneTimeUntil";

    private final MongoTemplate mongo;

    MongoAccounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void ensureIndex() {
        mongo.indexOps(COLLECTION).createIndex(new Index("username", Direction.ASC).unique());
    }

    /** Whether it was stored; not if the username is taken. */
    boolean insert(Account account) {
        try {
            mongo.insert(document(account), COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Document.class, COLLECTION))
                .map(MongoAccounts::account);
    }

    Optional<Account> findByUsername(String username) {
        Query query = new Query(Criteria.where("username").is(username));
        return Optional.ofNullable(mongo.findOne(query, Document.class, COLLECTION))
                .map(MongoAccounts::account);
    }

    /**
     * Whether there is such an account.
     *
     * @param oneTimeUntil null for one that its person chose
     */
    boolean setPassword(String id, String hash, @Nullable Instant oneTimeUntil) {
        Update update = Update.update("passwordHash", hash);
        return set(
                id,
                oneTimeUntil == null
                        ? update.unset(ONE_TIME_UNTIL)
                        : update.set(ONE_TIME_UNTIL, Date.from(oneTimeUntil)));
    }

    /** Whether there is such an account. */
    boolean setDisabled(String id, boolean disabled) {
        return set(id, Update.update("disabled", disabled));
    }

    void remove(String id) {
        mongo.remove(new Query(Criteria.where("_id").is(id)), COLLECTION);
    }

    private boolean set(String id, Update update) {
        Query query = new Query(Criteria.where("_id").is(id));
        return mongo.updateFirst(query, update, COLLECTION).getMatchedCount() == 1;
    }

    private static Document document(Account account) {
        return new Document("_id", account.id())
                .append("username", account.username())
                .append("passwordHash", account.passwordHash())
                .append("roles", account.roles().stream().map(Role::claim).sorted().toList())
                .append("disabled", account.disabled())
                .append("createdAt", Date.from(account.createdAt()));
    }

    private static Account account(Document document) {
        List<String> roles = document.getList("roles", String.class);
        Instant createdAt = document.getDate("createdAt").toInstant();
        Date oneTimeUntil = document.getDate(ONE_TIME_UNTIL);
        return new Account(
                document.getString("_id"),
                document.getString("username"),
                document.getString("passwordHash"),
                roles.stream()
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                document.getBoolean("disabled", false),
                oneTimeUntil == null ? null : oneTimeUntil.toInstant(),
                createdAt);
    }
}
