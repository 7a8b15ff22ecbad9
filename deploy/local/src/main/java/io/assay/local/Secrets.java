package io.assay.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What a stack's processes share and nobody else may know, made once and kept in a file that only
 * its owner can read.
 *
 * @param signingSecret signs picture addresses
 * @param opsPassword of the account {@code ops}
 */
public record Secrets(String signingSecret, String opsPassword) {

    private static final String FILE = "secrets.properties";

    static Secrets of(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return new Secrets(read(properties, "signingSecret"), read(properties, "opsPassword"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path directory) {
        return directory.resolve(FILE);
    }

    private static String read(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new UsageError(FILE + " lacks " + name + "; delete it to make new secrets");
        }
        return value;
    }

    private static void create(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("signingSecret", random(32));
        properties.setProperty("opsPassword", random(18));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Secrets of a local Assay stack");
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
