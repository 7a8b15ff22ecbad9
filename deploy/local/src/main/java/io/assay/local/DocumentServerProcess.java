package io.assay.local;

import io.assay.docserver.DocumentServer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The document server in this process. */
public final class DocumentServerProcess {

    private DocumentServerProcess() {}

    /**
     * Arguments: {@code --port N [--directory DIR] [--ready FILE]}; without a directory it keeps
     * everything in memory.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Arguments options =
                Arguments.parse(
                        List.of(arguments), Set.of("--port", "--directory", "--ready"), Set.of());
        DocumentServer server = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "documents-shutdown"));
        Ready.announce(options);
        new CountDownLatch(1).await();
    }

    private static DocumentServer start(Arguments options) {
        int port = options.port("--port");
        return options.has("--directory")
                ? DocumentServer.persistent(options.path("--directory"), port)
                : DocumentServer.inMemory(port);
    }
}
