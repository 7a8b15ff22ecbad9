package io.assay.load.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's that ends a document store at once and brings it back.
 *
 * @param path called with the one argument {@code kill9} or {@code restart}
 */
record StoreProgram(String path) {

    private static final int MAX_SECONDS = 180;

    void kill() {
        call("kill9");
    }

    /** Returns when the store serves again. */
    void restart() {
        call("restart");
    }

    private void call(String argument) {
        try {
            // what it prints may hold a password; what it starts goes on, so nothing waits for its
            // output to end
            Process process =
                    new ProcessBuilder(path, argument)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s %s: not done after %d s".formatted(path, argument, MAX_SECONDS));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s %s: ended with %d".formatted(path, argument, process.exitValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
