package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The web client's types are made from {@code gateway/web/api/openapi.json}, which has to say what
 * the services say. {@code npm run api} in {@code gateway/web} writes it anew from a running stack.
 */
@ExtendWith(Platform.Extension.class)
@Order(1)
class ApiDescriptionIT {
    private static final Path KEPT = Path.of("gateway/web/api/openapi.json");

    private final JsonMapper json = new JsonMapper();

    @Test
    void theWebClientKnowsTheApiThatIsServed(Platform platform) throws IOException {
        JsonNode served = platform.staff().requester().get("/v1/openapi", JsonNode.class);
        JsonNode kept = json.readTree(Files.readString(Home.find().resolve(KEPT)));

        for (String part : List.of("/paths", "/components/schemas")) {
            Map<String, JsonNode> expected = byName(kept.at(part));
            Map<String, JsonNode> found = byName(served.at(part));
            Set<String> names = new TreeSet<>(expected.keySet());
            names.addAll(found.keySet());
            assertThat(names)
                    .as("%s, of which these are not as %s has them", part, KEPT)
                    .allSatisfy(name -> assertThat(found.get(name)).isEqualTo(expected.get(name)));
        }
    }

    private static Map<String, JsonNode> byName(JsonNode part) {
        Map<String, JsonNode> named = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : part.properties()) {
            named.put(one.getKey(), withoutWords(one.getValue()));
        }
        return named;
    }

    /**
     * Types do not follow from words, nor from the ids of operations, which services give alike.
     */
    private static JsonNode withoutWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String words : List.of("description", "summary", "operationId")) {
                if (object.path(words).isString()) {
                    object.remove(words);
                }
            }
        }
        node.forEach(ApiDescriptionIT::withoutWords);
        return node;
    }
}
