package io.assay.docserver;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * An imitation of MongoDB in this JVM, bound to the loopback address.
 *
 * <p>It has no transactions, no change streams, no TTL expiry and no pipeline updates; see {@link
 * HashIndex} for what its indexes answer. Writes are atomic per document and reads see whole
 * documents.
 */
public final class DocumentServer implements AutoCloseable {

    /** What a killed process may lose of acknowledged writes, in milliseconds. */
    static final int COMMIT_INTERVAL_MILLIS = 50;

    private static final String FILE = "documents.bson.mv.db";

    private final MongoServer server;
    private final int port;

    private DocumentServer(MVStore store, int port) {
        server = new MongoServer(new IndexedBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Starts a server that forgets everything when closed.
     *
     * @param port 0 to 65535; 0 takes a free one
     */
    public static DocumentServer inMemory(int port) {
        return new DocumentServer(MVStore.open(null), port);
    }

    /**
     * Starts a server on the files of a directory, which is created when absent. One server at a
     * time may use a directory.
     *
     * @param port 0 to 65535; 0 takes a free one
     * @throws UncheckedIOException if the directory can't be created
     */
    public static DocumentServer persistent(Path directory, int port) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore store = MVStore.open(directory.resolve(FILE).toString());
        store.setAutoCommitDelay(COMMIT_INTERVAL_MILLIS);
        return new DocumentServer(store, port);
    }

    public int port() {
        return port;
    }

    /** The connection string without a database, such as {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Drops all connections and, when persistent, writes what is still to be written. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
