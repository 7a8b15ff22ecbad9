package io.assay.assignment.budget;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.assay.events.Money;
import io.assay.messaging.DuplicateKeys;
import io.assay.messaging.StoreSetup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The accounts' documents: {@code {_id, currency, limit, limitSequence, released, releasedSequence,
 * free, open, holds: {id: {at, parts}}}}, where {@code open} counts the holds.
 */
@Component
final class MongoBudgets implements Budgets, StoreSetup {

    private static final String FREE = "free";
    private static final String OPEN = "open";
    private static final String HOLDS = "holds";
    private static final String CURRENCY = "currency";

    private static final FindOneAndUpdateOptions FREE_AFTER =
            new FindOneAndUpdateOptions()
                    .projection(Projections.include(FREE))
                    .returnDocument(ReturnDocument.AFTER);

    private final MongoTemplate mongo;

    MongoBudgets(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        documents().createIndex(Indexes.ascending(OPEN));
    }

    @Override
    public OptionalLong take(Hold hold) {
        long amount = hold.amount();
        Document after =
                documents()
                        .findOneAndUpdate(
                                Filters.and(
                                        Filters.eq(hold.projectId()), Filters.gte(FREE, amount)),
                                Updates.combine(
                                        Updates.inc(FREE, -amount),
                                        Updates.inc(OPEN, 1),
                                        Updates.set(path(hold), write(hold))),
                                FREE_AFTER);
        return freeOf(after);
    }

    @Override
    public void end(Hold hold, long giveBack) {
        documents()
                .updateOne(
                        Filters.and(Filters.eq(hold.projectId()), Filters.exists(path(hold))),
                        Updates.combine(
                                Updates.inc(FREE, giveBack),
                                Updates.inc(OPEN, -1),
                                Updates.unset(path(hold))));
    }

    @Override
    public List<Hold> heldBefore(Instant instant, int max) {
        List<Hold> held = new ArrayList<>();
        for (Document project : documents().find(Filters.gt(OPEN, 0)).limit(max)) {
            Document holds = project.get(HOLDS, new Document());
            for (String id : holds.keySet()) {
                Hold hold = read(project, id, requireNonNull(holds.get(id, Document.class)));
                if (hold.at().isBefore(instant) && held.size() < max) {
                    held.add(hold);
                }
            }
        }
        return held;
    }

    @Override
    public OptionalLong free(String projectId) {
        return freeOf(
                documents()
                        .find(Filters.eq(projectId))
                        .projection(Projections.include(FREE))
                        .first());
    }

    @Override
    public Map<String, Long> allFree() {
        Map<String, Long> free = new HashMap<>();
        documents()
                .find()
                .projection(Projections.include(FREE))
                .forEach(document -> free.put(document.getString("_id"), document.getLong(FREE)));
        return free;
    }

    /** What a draft's currency is changed from was never leased in. */
    @Override
    public void setLimit(String projectId, Money limit, long sequence) {
        untilDone(
                () -> {
                    Document known = documents().find(Filters.eq(projectId)).first();
                    if (known == null) {
                        return insert(projectId, limit, sequence, Money.zero(limit.currency()), 0);
                    }
                    long before = known.getLong("limitSequence");
                    if (before >= sequence) {
                        return true;
                    }
                    boolean same = limit.currency().equals(known.getString(CURRENCY));
                    Bson money =
                            same
                                    ? Updates.inc(FREE, limit.minor() - known.getLong("limit"))
                                    : Updates.combine(
                                            Updates.set(CURRENCY, limit.currency()),
                                            Updates.set("released", 0L),
                                            Updates.set(FREE, limit.minor()));
                    return update(
                            Filters.and(Filters.eq(projectId), Filters.eq("limitSequence", before)),
                            Updates.combine(
                                    money,
                                    Updates.set("limit", limit.minor()),
                                    Updates.set("limitSequence", sequence)));
                });
    }

    @Override
    public void setReleased(String projectId, Money released, long sequence) {
        untilDone(
                () -> {
                    Document known = documents().find(Filters.eq(projectId)).first();
                    if (known == null) {
                        Money limit = Money.zero(released.currency());
                        return insert(projectId, limit, 0, released, sequence);
                    }
                    long before = known.getLong("releasedSequence");
                    String currency = requireNonNull(known.getString(CURRENCY));
                    if (before >= sequence || !currency.equals(released.currency())) {
                        return true;
                    }
                    return update(
                            Filters.and(
                                    Filters.eq(projectId),
                                    Filters.eq("releasedSequence", before),
                                    Filters.eq(CURRENCY, currency)),
                            Updates.combine(
                                    Updates.inc(FREE, released.minor() - known.getLong("released")),
                                    Updates.set("released", released.minor()),
                                    Updates.set("releasedSequence", sequence)));
                });
    }

    private static void untilDone(BooleanSupplier attempt) {
        boolean done = false;
        while (!done) {
            done = attempt.getAsBoolean();
        }
    }

    private boolean update(Bson unchanged, Bson update) {
        return documents().updateOne(unchanged, update).getMatchedCount() > 0;
    }

    private boolean insert(
            String projectId,
            Money limit,
            long limitSequence,
            Money released,
            long releasedSequence) {
        try {
            documents()
                    .insertOne(
                            new Document("_id", projectId)
                                    .append(CURRENCY, limit.currency())
                                    .append("limit", limit.minor())
                                    .append("limitSequence", limitSequence)
                                    .append("released", released.minor())
                                    .append("releasedSequence", releasedSequence)
                                    .append(FREE, limit.minor() + released.minor())
                                    .append(OPEN, 0)
                                    .append(HOLDS, new Document()));
            return true;
        } catch (MongoWriteException e) {
            if (!DuplicateKeys.causedAlone(e)) {
                throw e;
            }
            return false;
        }
    }

    private static OptionalLong freeOf(@Nullable Document document) {
        return document == null ? OptionalLong.empty() : OptionalLong.of(document.getLong(FREE));
    }

    private static String path(Hold hold) {
        return HOLDS + "." + hold.id();
    }

    private static Document write(Hold hold) {
        return new Document("at", Date.from(hold.at()))
                .append("parts", hold.parts().stream().map(MongoBudgets::write).toList());
    }

    private static Document write(Hold.Part part) {
        return new Document("assignmentId", part.assignmentId())
                .append("taskId", part.taskId())
                .append("workerId", part.workerId())
                .append("price", part.price());
    }

    private static Hold read(Document project, String id, Document hold) {
        return new Hold(
                id,
                requireNonNull(project.getString("_id")),
                requireNonNull(hold.getDate("at")).toInstant(),
                hold.getList("parts", Document.class).stream().map(MongoBudgets::read).toList());
    }

    private static Hold.Part read(Document part) {
        return new Hold.Part(
                requireNonNull(part.getString("assignmentId")),
                requireNonNull(part.getString("taskId")),
                requireNonNull(part.getString("workerId")),
                part.getLong("price"));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection("budgets");
    }
}
