package io.assay.payment.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.assay.events.Money;
import io.assay.messaging.DuplicateKeys;
import io.assay.messaging.StoreSetup;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.Balances;
import io.assay.payment.ledger.PartialBalance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Balances: one document per account, currency and partition that it was moved from. */
@Component
public final class MongoBalances implements Balances, StoreSetup {

    private final MongoTemplate mongo;

    MongoBalances(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** To be called once at start. */
    @Override
    public void prepare() {
        balances().createIndex(Indexes.ascending("owner"));
        balances().createIndex(Indexes.ascending("account"));
    }

    @Override
    public Map<BalanceKey, PartialBalance> find(Collection<BalanceKey> keys) {
        Map<BalanceKey, PartialBalance> found = new HashMap<>();
        balances()
                .find(in("_id", keys.stream().map(BalanceKey::id).toList()))
                .forEach(document -> put(document, found));
        return found;
    }

    @Override
    public boolean write(List<PartialBalance> next) {
        try {
            BulkWriteResult result =
                    balances()
                            .bulkWrite(
                                    next.stream().map(MongoBalances::write).toList(),
                                    new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() + result.getInsertedCount() == next.size();
        } catch (MongoBulkWriteException e) {
            if (!DuplicateKeys.causedAlone(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Every part of every balance of these owners. */
    public List<PartialBalance> ofOwners(Collection<String> owners) {
        List<PartialBalance> found = new ArrayList<>();
        balances().find(in("owner", owners)).forEach(document -> found.add(read(document)));
        return found;
    }

    /** Every part of every balance. */
    public Map<BalanceKey, PartialBalance> all() {
        Map<BalanceKey, PartialBalance> found = new HashMap<>();
        balances().find().forEach(document -> put(document, found));
        return found;
    }

    /**
     * Accounts by name and currency: an account of two currencies is two.
     *
     * @param after {@link AccountBalance#cursor()} of the last one of the page before, or null
     * @param limit most accounts
     */
    public List<AccountBalance> accounts(@Nullable String after, int limit) {
        String account = after == null ? "" : after.substring(0, after.indexOf('|'));
        String currency = after == null ? "" : after.substring(after.indexOf('|') + 1);
        List<AccountBalance> page = new ArrayList<>();
        balances()
                .aggregate(
                        List.of(
                                Aggregates.match(
                                        or(
                                                gt("account", account),
                                                and(
                                                        eq("account", account),
                                                        gt("currency", currency)))),
                                Aggregates.group(
                                        new Document("account", "$account")
                                                .append("currency", "$currency"),
                                        Accumulators.sum("minor", "$minor")),
                                Aggregates.sort(Sorts.ascending("_id.account", "_id.currency")),
                                Aggregates.limit(limit)))
                .forEach(document -> page.add(readAccount(document)));
        return page;
    }

    private static WriteModel<Document> write(PartialBalance next) {
        if (next.revision() == 0) {
            return new InsertOneModel<>(document(next));
        }
        return new UpdateOneModel<>(
                and(eq("_id", next.key().id()), eq("revision", next.revision())),
                Updates.combine(
                        Updates.set("minor", next.minor()),
                        Updates.set("lastOffset", next.lastOffset()),
                        Updates.inc("revision", 1L)));
    }

    private static Document document(PartialBalance first) {
        BalanceKey key = first.key();
        return new Document("_id", key.id())
                .append("account", key.account().value())
                .append("owner", key.account().owner())
                .append("currency", key.currency())
                .append("partition", key.partition())
                .append("minor", first.minor())
                .append("lastOffset", first.lastOffset())
                .append("revision", 1L);
    }

    private static void put(Document document, Map<BalanceKey, PartialBalance> found) {
        PartialBalance balance = read(document);
        found.put(balance.key(), balance);
    }

    private static PartialBalance read(Document document) {
        return new PartialBalance(
                new BalanceKey(
                        new AccountId(document.getString("account")),
                        document.getString("currency"),
                        document.getString("partition")),
                document.getLong("minor"),
                document.getLong("lastOffset"),
                document.getLong("revision"));
    }

    private static AccountBalance readAccount(Document document) {
        Document id = document.get("_id", Document.class);
        AccountId account = new AccountId(id.getString("account"));
        return new AccountBalance(
                account,
                account.kind(),
                new Money(
                        document.get("minor", Number.class).longValue(), id.getString("currency")));
    }

    private MongoCollection<Document> balances() {
        return mongo.getCollection("balances");
    }
}
