package io.assay.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that this runs from. */
public final class Home {

    private Home() {}

    /**
     * The directory of {@code -Dassay.home}, or the nearest one upwards that holds the script
     * {@code assay}.
     */
    public static Path find() {
        String configured = System.getProperty("assay.home", "");
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath();
        }
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("assay")) && Files.exists(path.resolve("pom.xml"))) {
                return path;
            }
        }
        throw new UsageError("not in a checkout of Assay: set -Dassay.home");
    }
}
