package io.assay.load.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which packages the demo brings, and which class is right for each of its pictures. */
final class Catalogue {

    private Catalogue() {}

    static List<NpmPackage> packages() {
        return lines("packages.txt").stream()
                .map(line -> line.split(" ", 2))
                .map(fields -> new NpmPackage(fields[0], fields[1]))
                .toList();
    }

    /** Class by package. */
    static Map<String, String> photographs() {
        Map<String, String> classes = new LinkedHashMap<>();
        for (String line : lines("photographs.txt")) {
            String[] fields = line.split(" ", 2);
            classes.put(fields[0], fields[1]);
        }
        return classes;
    }

    /** Class by short name. */
    static Map<String, String> emoji() {
        Map<String, String> classes = new LinkedHashMap<>();
        String classId = "";
        for (String line : lines("emoji.txt")) {
            String names = line;
            int colon = line.indexOf(':');
            if (colon > 0) {
                classId = line.substring(0, colon);
                names = line.substring(colon + 1);
            }
            for (String name : names.strip().split(" ", -1)) {
                classes.put(name, classId);
            }
        }
        return classes;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
