package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How an engine shows its supervisor that it serves: it creates the file of {@code --ready}. */
final class Ready {

    private Ready() {}

    static void announce(Arguments options) {
        options.value("--ready")
                .map(Path::of)
                .ifPresent(
                        file -> {
                            try {
                                Files.writeString(file, "");
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }
}
