package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;

/** What must be so before anything is started; each failure says what to do. */
final class Preflight {

    private static final long MIN_FREE_BYTES = 2L << 30;

    private Preflight() {}

    static void check(StackConfig config) {
        checkPorts(config.taken());
        if (config.mongodb() != null) {
            DocumentStore.check(config.mongodb());
        }
        checkSpace(config.storage());
    }

    static void checkPorts(Ports ports) {
        List<String> taken =
                ports.byName().entrySet().stream()
                        .filter(entry -> isTaken(entry.getValue()))
                        .sorted(Entry.comparingByValue())
                        .map(Preflight::describe)
                        .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(
                    "in use by another program: "
                            + String.join(", ", taken)
                            + "\nStop that program, or choose another port by the variable named.");
        }
    }

    private static String describe(Entry<String, Integer> entry) {
        return "port %d (%s; ASSAY_PORT_%s)"
                .formatted(
                        entry.getValue(),
                        entry.getKey(),
                        entry.getKey().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static boolean isTaken(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    static void checkSpace(Path directory) {
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < MIN_FREE_BYTES) {
                throw new StackFailure(
                        "disk space: %d MB free in %s (expected: >= %d MB)"
                                .formatted(free >> 20, directory, MIN_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
