package io.assay.docserver;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both kinds of server must do, told through MongoDB's own driver. */
abstract class DocumentServerContract {

    DocumentServer server;
    MongoClient client;
    MongoDatabase database;
    MongoCollection<Document> tasks;

    abstract DocumentServer start();

    @BeforeEach
    void connect() {
        server = start();
        client = MongoClients.create(server.uri());
        database = client.getDatabase("assay_test");
        tasks = database.getCollection("tasks");
    }

    @AfterEach
    void disconnect() {
        client.close();
        server.close();
    }

    long scans() {
        return database.runCommand(new Document("collStats", "tasks")).getLong("scans");
    }

    static Document task(String id, String project, String state) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("state", new Document("projectId", project).append("status", state));
    }

    void insertTasks(int count) {
        tasks.insertMany(
                IntStream.range(0, count)
                        .mapToObj(i -> task("t" + i, "p" + i % 5, i % 2 == 0 ? "open" : "done"))
                        .toList());
    }

    List<String> idsOf(Bson filter) {
        List<String> ids = new ArrayList<>();
        tasks.find(filter).forEach(task -> ids.add(task.getString("_id")));
        return ids;
    }

    @Test
    void findsByIdAndVersionWithoutScan() {
        insertTasks(20);
        long before = scans();

        var matched =
                tasks.updateOne(
                        and(eq("_id", "t7"), eq("version", 1L)), Updates.inc("version", 1L));
        var stale =
                tasks.updateOne(
                        and(eq("_id", "t7"), eq("version", 1L)), Updates.inc("version", 1L));

        assertThat(matched.getMatchedCount()).isEqualTo(1);
        assertThat(stale.getMatchedCount()).isZero();
        assertThat(idsOf(and(in("_id", "t1", "t7", "t99"), eq("version", 2L))))
                .containsExactly("t7");
        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void findsByDottedNonUniqueIndexWithoutScan() {
        tasks.createIndex(ascending("state.projectId"));
        insertTasks(20);
        long before = scans();

        assertThat(idsOf(eq("state.projectId", "p3")))
                .containsExactlyInAnyOrder("t3", "t8", "t13", "t18");
        assertThat(idsOf(and(eq("state.projectId", "p3"), gt("_id", "t3")))).containsExactly("t8");
        tasks.updateOne(eq("_id", "t3"), Updates.set("state.projectId", "p4"));
        tasks.deleteOne(eq("_id", "t8"));
        assertThat(idsOf(eq("state.projectId", "p3"))).containsExactlyInAnyOrder("t13", "t18");
        assertThat(idsOf(in("state.projectId", "p3", "p4"))).hasSize(7);
        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void scansWhenNoIndexHelps() {
        insertTasks(20);
        long before = scans();

        assertThat(idsOf(eq("state.status", "open"))).hasSize(10);

        assertThat(scans()).isEqualTo(before + 1);
    }

    @Test
    void usesPrefixOfCompoundIndex() {
        insertTasks(20);
        tasks.createIndex(ascending("state.projectId", "state.status"));
        long before = scans();

        assertThat(idsOf(eq("state.projectId", "p1"))).hasSize(4);
        assertThat(idsOf(and(eq("state.projectId", "p1"), eq("state.status", "open")))).hasSize(2);
        assertThat(idsOf(and(in("state.projectId", "p1", "p2"), eq("state.status", "open"))))
                .hasSize(4);
        assertThat(scans()).isEqualTo(before);
        assertThat(idsOf(eq("state.status", "open"))).hasSize(10);
        assertThat(scans()).isEqualTo(before + 1);
    }

    @Test
    void answersRangesFromSparseIndex() {
        insertTasks(20);
        tasks.createIndex(ascending("outbox.at"), new IndexOptions().sparse(true));
        tasks.updateOne(
                eq("_id", "t5"),
                Updates.pushEach("outbox", List.of(new Document("at", 7), new Document("at", 9))));
        long before = scans();

        assertThat(idsOf(lte("outbox.at", 8))).containsExactly("t5");
        assertThat(idsOf(exists("outbox.at"))).containsExactly("t5");
        tasks.updateOne(eq("_id", "t5"), Updates.pull("outbox", new Document("at", 7)));
        assertThat(idsOf(lte("outbox.at", 8))).isEmpty();
        tasks.updateOne(eq("_id", "t5"), Updates.pull("outbox", new Document("at", 9)));
        assertThat(idsOf(exists("outbox.at"))).isEmpty();
        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void enforcesUniqueIndex() {
        tasks.createIndex(ascending("key"), new IndexOptions().unique(true).sparse(true));
        tasks.insertOne(new Document("_id", "a").append("key", "x"));
        tasks.insertOne(new Document("_id", "b"));
        tasks.insertOne(new Document("_id", "c"));

        var insert =
                catchThrowableOfType(
                        MongoWriteException.class,
                        () -> tasks.insertOne(new Document("_id", "d").append("key", "x")));
        var update =
                catchThrowableOfType(
                        MongoWriteException.class,
                        () -> tasks.updateOne(eq("_id", "b"), Updates.set("key", "x")));

        assertThat(insert.getError().getCode()).isEqualTo(11000);
        assertThat(update.getError().getCode()).isEqualTo(11000);
        assertThat(idsOf(new Document())).containsExactlyInAnyOrder("a", "b", "c");
        tasks.deleteOne(eq("_id", "a"));
        tasks.updateOne(eq("_id", "b"), Updates.set("key", "x"));
        assertThat(idsOf(eq("key", "x"))).containsExactly("b");
    }

    @Test
    void refusesUniqueIndexOverDuplicates() {
        insertTasks(6);

        var failure =
                catchThrowableOfType(
                        MongoException.class,
                        () ->
                                tasks.createIndex(
                                        ascending("state.projectId"),
                                        new IndexOptions().unique(true)));

        assertThat(failure.getMessage()).contains("E11000");
    }

    @Test
    void insertsTheRestOfAnUnorderedBatchWithDuplicates() {
        insertTasks(3);

        var failure =
                catchThrowableOfType(
                        MongoBulkWriteException.class,
                        () ->
                                tasks.insertMany(
                                        List.of(
                                                task("t1", "p", "open"),
                                                task("new1", "p", "open"),
                                                task("t2", "p", "open"),
                                                task("new2", "p", "open")),
                                        new InsertManyOptions().ordered(false)));

        assertThat(failure.getWriteErrors())
                .extracting(error -> error.getIndex())
                .containsExactly(0, 2);
        assertThat(failure.getWriteErrors()).allMatch(error -> error.getCode() == 11000);
        assertThat(idsOf(new Document()))
                .containsExactlyInAnyOrder("t0", "t1", "t2", "new1", "new2");
    }

    @Test
    void appliesUnorderedBulkOfGuardedUpdates() {
        insertTasks(3);
        var updates =
                List.of(
                        new UpdateOneModel<Document>(
                                and(eq("_id", "t0"), eq("version", 1L)),
                                Updates.combine(
                                        Updates.set("state.status", "closed"),
                                        Updates.inc("version", 1L),
                                        Updates.pushEach(
                                                "outbox",
                                                List.of(new Document("_id", "t0:1")),
                                                new PushOptions()))),
                        new UpdateOneModel<Document>(
                                and(eq("_id", "t1"), eq("version", 9L)),
                                Updates.inc("version", 1L)),
                        new UpdateOneModel<Document>(
                                eq("_id", "counter"),
                                Updates.combine(
                                        Updates.setOnInsert("born", 1),
                                        Updates.inc("seen", 2L),
                                        Updates.max("highest", 5)),
                                new UpdateOptions().upsert(true)));

        var result = tasks.bulkWrite(updates, new BulkWriteOptions().ordered(false));

        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(1);
        Document changed = tasks.find(eq("_id", "t0")).first();
        assertThat(changed.getLong("version")).isEqualTo(2);
        assertThat(changed.getList("outbox", Document.class)).hasSize(1);
        assertThat(tasks.find(eq("_id", "counter")).first())
                .containsEntry("seen", 2L)
                .containsEntry("born", 1)
                .containsEntry("highest", 5);
    }

    @Test
    void takesALeaseByFindAndModify() {
        tasks.insertOne(new Document("_id", "lease").append("until", 10).append("holder", "a"));
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        Document taken =
                tasks.findOneAndUpdate(
                        and(eq("_id", "lease"), lte("until", 10)),
                        Updates.combine(
                                Updates.set("until", 20),
                                Updates.set("holder", "b"),
                                Updates.unset("gone")),
                        options);
        Document refused =
                tasks.findOneAndUpdate(
                        and(eq("_id", "lease"), lte("until", 10)),
                        Updates.set("holder", "c"),
                        options);

        assertThat(taken).containsEntry("holder", "b").containsEntry("until", 20);
        assertThat(refused).isNull();
    }

    @Test
    void sortsSkipsLimitsAndCounts() {
        tasks.createIndex(ascending("state.projectId"));
        insertTasks(20);

        List<Document> page =
                tasks.find(eq("state.projectId", "p0"))
                        .sort(descending("_id"))
                        .skip(1)
                        .limit(2)
                        .into(new ArrayList<>());

        assertThat(page).extracting(task -> task.get("_id")).containsExactly("t15", "t10");
        assertThat(tasks.countDocuments(eq("state.projectId", "p0"))).isEqualTo(4);
        assertThat(tasks.estimatedDocumentCount()).isEqualTo(20);
    }

    @Test
    void pagesThroughACursorThatSeesWholeDocuments() {
        insertTasks(50);

        List<Document> all = tasks.find().batchSize(7).into(new ArrayList<>());

        assertThat(all).hasSize(50);
    }

    @Test
    void answersHealthChecks() {
        insertTasks(1);

        assertThat(database.runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true)
                .containsKey("maxWireVersion");
        assertThat(client.listDatabaseNames()).containsExactly("assay_test");
    }

    @Test
    void treatsNullAndMissingAlike() {
        tasks.createIndex(ascending("key"));
        tasks.insertMany(
                List.of(
                        new Document("_id", "null").append("key", null),
                        new Document("_id", "missing"),
                        new Document("_id", "value").append("key", 1),
                        new Document("_id", "array").append("key", List.of(1, 2))));

        assertThat(idsOf(eq("key", null))).containsExactlyInAnyOrder("null", "missing");
        assertThat(idsOf(eq("key", 1L))).containsExactlyInAnyOrder("value", "array");
        assertThat(idsOf(in("key", 1, null)))
                .containsExactlyInAnyOrder("null", "missing", "value", "array");
        assertThat(idsOf(eq("key", List.of(1, 2)))).containsExactly("array");
    }

    @Test
    void readersSeeWholeDocumentsDuringChanges() throws Exception {
        tasks.insertOne(new Document("_id", "t").append("a", 0).append("b", 0));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Callable<Void> write =
                    () -> {
                        for (int i = 1; i <= 500; i++) {
                            tasks.updateOne(
                                    eq("_id", "t"),
                                    Updates.combine(Updates.set("a", i), Updates.set("b", i)));
                        }
                        return null;
                    };
            Callable<Set<Boolean>> read =
                    () -> {
                        Set<Boolean> whole = new java.util.HashSet<>();
                        for (int i = 0; i < 500; i++) {
                            Document seen = tasks.find(eq("_id", "t")).first();
                            whole.add(seen.get("a").equals(seen.get("b")));
                        }
                        return whole;
                    };
            Future<Set<Boolean>> seen = pool.submit(read);
            pool.submit(write).get();

            assertThat(seen.get()).containsExactly(true);
        }
    }
}
