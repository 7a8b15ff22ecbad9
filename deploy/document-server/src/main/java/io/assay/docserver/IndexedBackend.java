package io.assay.docserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import org.h2.mvstore.MVStore;

/** Both kinds of server are this one: a store without a file is the one in memory. */
final class IndexedBackend extends H2Backend {

    IndexedBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" -> hello(channel, database, query);
            case "listdatabases" -> listDatabases();
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    /** What health checks ask; the library knows only its old name. */
    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query)
                .append("isWritablePrimary", true);
    }

    /** The library would open each database anew, which builds all its indexes again. */
    private Document listDatabases() {
        List<Document> names =
                listDatabaseNames().stream()
                        .sorted()
                        .map(name -> new Document("name", name).append("empty", false))
                        .toList();
        Document response = new Document("databases", names);
        Utils.markOkay(response);
        return response;
    }
}
