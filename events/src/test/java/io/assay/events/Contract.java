package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where the contract's files are, and the mapper that the services put records on the wire with.
 */
final class Contract {

    static final Path GOLDEN = Path.of("src/test/resources/contract");
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path ASYNC_API = Path.of("src/main/resources/asyncapi.yaml");

    /** Jackson 3 writes ISO instants and ignores unknown properties unless told otherwise. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private Contract() {}

    static JsonNode golden(EventType type) {
        return JSON.readTree(read(fileIn(GOLDEN, type)));
    }

    static JsonNode schema(EventType type) {
        return JSON.readTree(read(fileIn(SCHEMAS, type)));
    }

    static JsonNode asyncApi() {
        return YAMLMapper.builder().build().readTree(read(ASYNC_API));
    }

    static Path fileIn(Path directory, EventType type) {
        return directory.resolve(type.record().getSimpleName() + ".json");
    }

    static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
