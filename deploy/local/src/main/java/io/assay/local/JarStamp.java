package io.assay.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Remembers what something was made of: a jar's content, a Java version, its options. A jar's time
 * says nothing, as reproducible builds set it to a constant.
 */
final class JarStamp {

    private JarStamp() {}

    static boolean isOf(Path stamp, Path jar) {
        if (Files.notExists(stamp)) {
            return false;
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(stamp)) {
            kept.load(reader);
            return kept.equals(describe(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path stamp, Path jar) throws IOException {
        try (Writer writer = Files.newBufferedWriter(stamp)) {
            describe(jar).store(writer, null);
        }
    }

    private static Properties describe(Path jar) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("java", Runtime.version().toString());
        properties.setProperty("options", String.join(" ", Jvm.OPTIONS));
        properties.setProperty("content", content(jar));
        return properties;
    }

    /** From the names and checksums in the jar's directory: reading 80 MB takes too long. */
    private static String content(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String entries =
                    file.stream()
                            .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                            .collect(Collectors.joining());
            return Digests.sha256(entries);
        }
    }
}
