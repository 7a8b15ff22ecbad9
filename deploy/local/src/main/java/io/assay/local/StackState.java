package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs, as other commands read it from {@code stack.json}.
 *
 * @param supervisor the process that started and watches the stack, if it stays
 * @param data the data directory; null if the stack forgets
 * @param secondsToReady null while it isn't ready
 */
record StackState(
        ProcessState supervisor,
        @Nullable String data,
        Instant started,
        @Nullable Double secondsToReady,
        List<ProcessState> processes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Path file(Path work) {
        return work.resolve("stack.json");
    }

    static Optional<StackState> read(Path work) {
        Path file = file(work);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(file.toFile(), StackState.class));
    }

    void write(Path work) {
        try {
            Path next = work.resolve("stack.json.next");
            JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), this);
            Files.move(
                    next,
                    file(work),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(Path work) {
        try {
            Files.deleteIfExists(file(work));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return processes.stream().anyMatch(ProcessState::isAlive);
    }
}
