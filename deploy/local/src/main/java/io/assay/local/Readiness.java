package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** How to see that a process serves. */
sealed interface Readiness {

    /** Forgets what an earlier process of that name said. */
    default void reset() {}

    boolean reached();

    /** The process creates a file. */
    record FileAppears(Path file) implements Readiness {

        @Override
        public void reset() {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean reached() {
            return Files.exists(file);
        }
    }

    /** An address answers 200. */
    record HttpOk(URI address) implements Readiness {

        private static final int TIMEOUT_MILLIS = 2000;

        @Override
        public boolean reached() {
            try {
                HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                try {
                    return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException _) {
                return false;
            }
        }
    }
}
