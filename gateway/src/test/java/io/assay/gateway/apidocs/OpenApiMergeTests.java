package io.assay.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiMergeTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String TASKS =
            """
            {"paths":{"/v1/projects":{"get":{"responses":{"200":{"content":{"application/json":
              {"schema":{"$ref":"#/components/schemas/View"}}}}}}}},
             "components":{"schemas":{"View":{"type":"object"},"Page":{"items":
              {"$ref":"#/components/schemas/View"}}}}}
            """;
    private static final String REVIEWS =
            """
            {"paths":{"/v1/reviews":{"get":{"responses":{"200":{"content":{"application/json":
              {"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
             "components":{"schemas":{"View":{"type":"string"},"Page":{"items":
              {"$ref":"#/components/schemas/View"}},"Same":{"type":"number"}}}}
            """;

    @Test
    void keepsAllPaths() {
        assertThat(merged().path("paths").propertyNames())
                .containsExactly("/v1/projects", "/v1/reviews");
    }

    @Test
    void setsCollidingComponentsApart() {
        JsonNode schemas = merged().path("components").path("schemas");

        assertThat(schemas.path("View").path("type").asString()).isEqualTo("object");
        assertThat(schemas.path("review_service_View").path("type").asString()).isEqualTo("string");
    }

    @Test
    void followsReferencesThroughComponents() {
        JsonNode merged = merged();

        String page =
                reference(
                        merged.at(
                                "/paths/~1v1~1reviews/get/responses/200/content/application~1json/schema"));
        assertThat(page).isEqualTo("#/components/schemas/review_service_Page");
        assertThat(reference(merged.at("/components/schemas/review_service_Page/items")))
                .isEqualTo("#/components/schemas/review_service_View");
        assertThat(reference(merged.at("/components/schemas/Page/items")))
                .isEqualTo("#/components/schemas/View");
    }

    @Test
    void keepsEqualComponentsOnce() {
        ObjectNode merged =
                OpenApiMerge.merge(
                        JSON.createObjectNode(),
                        List.of(part("task-service", TASKS), part("other", TASKS)));

        assertThat(merged.path("components").path("schemas").propertyNames())
                .containsExactly("View", "Page");
    }

    private static ObjectNode merged() {
        return OpenApiMerge.merge(
                JSON.createObjectNode(),
                List.of(part("task-service", TASKS), part("review-service", REVIEWS)));
    }

    private static OpenApiMerge.Part part(String service, String document) {
        return new OpenApiMerge.Part(service, JSON.readTree(document));
    }

    private static String reference(JsonNode node) {
        return node.path("$ref").asString();
    }
}
