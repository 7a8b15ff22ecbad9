package io.assay.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.assay.docserver.StoreUri;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Where a stack keeps its documents: the imitation that it starts itself, or a store that is there
 * already.
 *
 * @param uri without a database; it may hold a password
 * @param prefix of the names of this stack's databases, so that two stacks may share a store
 */
record DocumentStore(String uri, String prefix) {

    private static final String PREFIX = "assay_";
    private static final int ID_DIGITS = 8;
    private static final int ANSWER_SECONDS = 5;

    static DocumentStore of(StackConfig config, Secrets secrets) {
        return config.mongodb() == null
                ? new DocumentStore(
                        "mongodb://127.0.0.1:" + config.ports().of(Component.DOCUMENTS), PREFIX)
                : new DocumentStore(config.mongodb(), PREFIX + id(secrets) + "_");
    }

    /** The same as long as the stack's directory is: what forgets has new databases each time. */
    private static String id(Secrets secrets) {
        return Digests.sha256(secrets.signingSecret()).substring(0, ID_DIGITS);
    }

    String uriOf(Component component) {
        return StoreUri.withDatabase(uri, database(component));
    }

    private String database(Component component) {
        return prefix + component.processName().replace("-service", "");
    }

    /**
     * Asks a store whether it answers.
     *
     * @throws StackFailure if it doesn't within some seconds, or refuses the name or the password
     */
    static void check(String uri) {
        try (MongoClient client = client(uri)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (MongoSecurityException e) {
            throw new StackFailure(
                    "the document store at %s refuses the user name or the password (--mongodb)"
                            .formatted(hosts(uri)));
        } catch (MongoException e) {
            throw new StackFailure(
                    "the document store at %s does not answer within %d s (--mongodb); is it running?"
                            .formatted(hosts(uri), ANSWER_SECONDS));
        }
    }

    /** Removes this stack's databases. */
    void drop() {
        try (MongoClient client = client(uri)) {
            List<String> ours = new ArrayList<>();
            client.listDatabaseNames().forEach(ours::add);
            ours.stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> client.getDatabase(name).drop());
        } catch (MongoException e) {
            throw new StackFailure(
                    "the databases %s* stay at %s: it does not answer"
                            .formatted(prefix, hosts(uri)));
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(connection(uri))
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                ANSWER_SECONDS, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                        .build());
    }

    private static String hosts(String uri) {
        return String.join(", ", connection(uri).getHosts());
    }

    /** The driver's message may repeat the URI, and with it the password. */
    private static ConnectionString connection(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new UsageError(
                    "--mongodb: not a connection string (expected:"
                            + " mongodb://[user:password@]host[:port]/[?options])");
        }
    }
}
