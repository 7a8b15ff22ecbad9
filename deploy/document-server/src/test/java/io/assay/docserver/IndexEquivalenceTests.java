package io.assay.docserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;

/** Whatever was written and is asked: the indexes change no answer, only the way to it. */
class IndexEquivalenceTests {

    private static DocumentServer server;
    private static MongoClient client;

    /** One step of a history, applied to a collection with indexes and to one without. */
    sealed interface Write {
        record Insert(Document document) implements Write {}

        record Update(Document filter, Document update, boolean upsert) implements Write {}

        record Delete(Document filter) implements Write {}
    }

    @BeforeContainer
    static void start() {
        server = DocumentServer.inMemory(0);
        client = MongoClients.create(server.uri());
    }

    @AfterContainer
    static void stop() {
        client.close();
        server.close();
    }

    @Property(tries = 150)
    void answersAsAFullScanDoes(
            @ForAll("histories") List<Write> history, @ForAll("queries") List<Document> queries) {
        MongoDatabase database = client.getDatabase("equivalence");
        database.drop();
        MongoCollection<Document> indexed = database.getCollection("indexed");
        MongoCollection<Document> plain = database.getCollection("plain");
        indexed.createIndex(Indexes.ascending("a"));
        indexed.createIndex(Indexes.ascending("a", "b.c"));
        indexed.createIndex(Indexes.ascending("b.c"), new IndexOptions().sparse(true));
        indexed.createIndex(Indexes.ascending("b.0"), new IndexOptions().sparse(true));

        for (Write write : history) {
            assertThat(outcome(indexed, write)).isEqualTo(outcome(plain, write));
        }

        for (Document query : queries) {
            List<Document> expected = answer(plain, query);
            assertThat(answer(indexed, query)).as("%s", query).isEqualTo(expected);
            assertThat(indexed.countDocuments(query)).as("%s", query).isEqualTo(expected.size());
            assertThat(plain.countDocuments(query)).as("%s", query).isEqualTo(expected.size());
        }
    }

    private static List<Document> answer(MongoCollection<Document> collection, Document query) {
        return collection.find(query).sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static Object outcome(MongoCollection<Document> collection, Write write) {
        try {
            return switch (write) {
                case Write.Insert(var document) -> {
                    collection.insertOne(Document.parse(document.toJson()));
                    yield "inserted";
                }
                case Write.Update(var filter, var update, var upsert) ->
                        collection
                                .updateMany(
                                        filter,
                                        update,
                                        new com.mongodb.client.model.UpdateOptions().upsert(upsert))
                                .getMatchedCount();
                case Write.Delete(var filter) -> collection.deleteMany(filter).getDeletedCount();
            };
        } catch (MongoException e) {
            return e.getCode();
        }
    }

    @Provide
    Arbitrary<List<Write>> histories() {
        Arbitrary<Write> insert =
                Combinators.combine(ids(), values(), values())
                        .as((id, a, b) -> new Write.Insert(document(id, a, b)));
        Arbitrary<Write> update =
                Combinators.combine(query(), changes(), ids(), Arbitraries.of(true, false))
                        .as(
                                (filter, change, id, byId) ->
                                        byId
                                                ? new Write.Update(
                                                        new Document("_id", id), change, true)
                                                : new Write.Update(filter, change, false));
        Arbitrary<Write> delete = query().map(Write.Delete::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, insert),
                        net.jqwik.api.Tuple.of(3, update),
                        net.jqwik.api.Tuple.of(1, delete))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Document>> queries() {
        return query().list().ofSize(8);
    }

    private static Document document(Object id, Object a, Object b) {
        Document document = new Document("_id", id);
        if (!"absent".equals(a)) {
            document.append("a", a);
        }
        if (!"absent".equals(b)) {
            document.append("b", b);
        }
        return document;
    }

    private static Arbitrary<Object> ids() {
        return Arbitraries.of("i1", "i2", "i3", "i4", "i5", "i6", 1, 2);
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.of(1, 2, 1.0, 2L, "x", "y", true);
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> nested = scalars().map(value -> new Document("c", value));
        return Arbitraries.oneOf(
                scalars(),
                Arbitraries.of("absent", "x"),
                Arbitraries.just((Object) "x").injectNull(0.5),
                nested,
                nested.list().ofMaxSize(3).map(list -> (Object) list),
                scalars().list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.oneOf(scalars(), nested).list().ofMaxSize(3).map(list -> (Object) list),
                scalars().list().ofMaxSize(2).map(list -> (Object) new Document("c", list)));
    }

    private static Arbitrary<Document> changes() {
        return Arbitraries.oneOf(
                values().map(value -> new Document("$set", new Document("a", value))),
                scalars()
                        .map(
                                value ->
                                        new Document(
                                                "$set",
                                                new Document("b", new Document("c", value)))),
                Arbitraries.of("a", "b")
                        .map(path -> new Document("$unset", new Document(path, ""))),
                scalars().map(value -> new Document("$pull", new Document("a", value))));
    }

    private static Arbitrary<Document> query() {
        Arbitrary<String> paths = Arbitraries.of("a", "b.c", "_id", "b", "b.0", "a.c");
        Arbitrary<Document> simple = Combinators.combine(paths, conditions()).as(Document::new);
        Arbitrary<Document> both =
                Combinators.combine(conditions(), conditions())
                        .as((a, c) -> new Document("a", a).append("b.c", c));
        Arbitrary<Document> all =
                Combinators.combine(simple, simple)
                        .as((one, two) -> new Document("$and", Arrays.asList(one, two)));
        return Arbitraries.oneOf(simple, both, all);
    }

    private static Arbitrary<Object> conditions() {
        return Arbitraries.oneOf(
                scalars(),
                scalars().injectNull(0.3),
                Arbitraries.of("i1", "i2"),
                scalars().list().ofMaxSize(3).map(list -> new Document("$in", list)),
                scalars().injectNull(0.3).map(value -> new Document("$eq", value)),
                scalars().map(value -> new Document("$gt", value)),
                scalars().map(value -> new Document("$lte", value)),
                scalars().map(value -> new Document("$ne", value)),
                Arbitraries.of(true, false).map(value -> new Document("$exists", value)),
                scalars().list().ofMaxSize(2).map(list -> (Object) list));
    }
}
