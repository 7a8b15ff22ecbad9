package io.assay.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.assay.docserver.DocumentServer;
import io.assay.docserver.StoreUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The document store of a test: the imitation, or with {@code ASSAY_TEST_MONGODB_URI} one that is
 * there already, from which the tests' databases are removed at the end.
 *
 * @param uri without a database
 * @param imitation null for a store that was there before
 */
public record StoreServer(String uri, @Nullable DocumentServer imitation) implements AutoCloseable {

    private static final String VARIABLE = "ASSAY_TEST_MONGODB_URI";

    private static final Map<String, Thread> REMOVAL = new ConcurrentHashMap<>();

    /** Of all databases of this run of the tests. */
    private static final String PREFIX =
            "assay_test_" + UUID.randomUUID().toString().substring(0, 8) + "_";

    public static StoreServer start() {
        String external = System.getenv().getOrDefault(VARIABLE, "");
        if (!external.isEmpty()) {
            REMOVAL.computeIfAbsent(external, StoreServer::removedAtTheEnd);
            return new StoreServer(external, null);
        }
        DocumentServer imitation = DocumentServer.inMemory(0);
        return new StoreServer(imitation.uri(), imitation);
    }

    /** A name that no other test uses. */
    public static String freshName() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** The URI of a database, as services take it. */
    public static String database(String uri, String name) {
        String whole = StoreUri.withDatabase(uri, databaseName(name));
        return whole + (whole.contains("?") ? "&" : "?") + "retryWrites=false";
    }

    public String database(String name) {
        return database(uri, name);
    }

    /** What the store calls the database of that name. */
    public static String databaseName(String name) {
        return PREFIX + name;
    }

    @Override
    public void close() {
        if (imitation != null) {
            imitation.close();
        }
    }

    private static Thread removedAtTheEnd(String uri) {
        Thread removal = new Thread(() -> removeDatabases(uri), "test-databases");
        Runtime.getRuntime().addShutdownHook(removal);
        return removal;
    }

    private static void removeDatabases(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            List<String> names = client.listDatabaseNames().into(new ArrayList<>());
            names.stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> client.getDatabase(name).drop());
        }
    }
}
