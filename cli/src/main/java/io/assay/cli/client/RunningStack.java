package io.assay.cli.client;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Where a stack is that somebody else started.
 *
 * @param opsPassword of its first operations account, {@code ops}
 */
public record RunningStack(URI gateway, String opsPassword) {

    private static final String HOW = " (start one by: ./assay up)";

    /**
     * From {@code ASSAY_URL} and {@code ASSAY_OPS_PASSWORD} if they are set, else from what {@code
     * ./assay up} left in {@code .assay} of the directory {@code -Dassay.home}.
     *
     * @throws IOException if there is none
     */
    public static RunningStack find(Map<String, String> environment) throws IOException {
        Optional<String> url = Optional.ofNullable(environment.get("ASSAY_URL"));
        Optional<String> password = Optional.ofNullable(environment.get("ASSAY_OPS_PASSWORD"));
        if (url.isPresent() && password.isPresent()) {
            return new RunningStack(URI.create(url.get()), password.get());
        }
        Path work =
                Path.of(System.getProperty("assay.home", "."), ".assay")
                        .toAbsolutePath()
                        .normalize();
        Path state = work.resolve("stack.json");
        if (Files.notExists(state)) {
            throw new IOException("no stack is running: " + state + " is missing" + HOW);
        }
        JsonNode stack = Json.read(Files.readAllBytes(state), JsonNode.class);
        Path storage =
                Optional.ofNullable(stack.path("data").asString(null))
                        .map(Path::of)
                        .orElse(work.resolve("run"));
        return new RunningStack(
                URI.create(url.orElseGet(() -> gateway(stack))), opsPassword(storage));
    }

    /** Whether there is one to be found, that answers. */
    public static boolean isUp(Map<String, String> environment) {
        try (Http http = new Http(find(environment).gateway(), Duration.ofSeconds(1))) {
            http.once(Call.get("/v1/openapi"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String gateway(JsonNode stack) {
        return StreamSupport.stream(stack.path("processes").spliterator(), false)
                .filter(process -> process.path("name").asString("").equals("gateway"))
                .map(process -> process.path("address").asString(""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the stack has no gateway" + HOW));
    }

    private static String opsPassword(Path storage) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(storage.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty("opsPassword", "");
    }
}
