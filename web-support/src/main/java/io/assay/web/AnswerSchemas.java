package io.assay.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.assay.events.Answer;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes answers and points as they are on the wire, which the classes alone do not tell:
 * answers are told apart by their tool, and a point is a pair.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
final class AnswerSchemas implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String TOOL = "tool";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas =
                api.getComponents() == null ? null : api.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        if (schemas.containsKey("Point")) {
            schemas.put("Point", pair());
        }
        if (schemas.containsKey("Answer")) {
            schemas.put("Answer", answer(schemas));
        }
    }

    private static Schema<?> pair() {
        Schema<?> number = new JsonSchema().typesItem("number").format("double");
        return new JsonSchema().typesItem("array").items(number).minItems(2).maxItems(2);
    }

    /** One of those that the service knows. */
    private static Schema<?> answer(Map<String, Schema> schemas) {
        Discriminator byTool = new Discriminator().propertyName(TOOL);
        Schema<?> answer = new JsonSchema().discriminator(byTool);
        for (JsonSubTypes.Type type : Answer.class.getAnnotation(JsonSubTypes.class).value()) {
            String name = type.value().getSimpleName();
            Schema<?> known = schemas.get(name);
            if (known != null) {
                schemas.put(name, ofTool(type, properties(known)));
                answer.addOneOfItem(new Schema<>().$ref(REFERENCE + name));
                byTool.mapping(type.name(), REFERENCE + name);
            }
        }
        return answer;
    }

    private static Schema<?> ofTool(JsonSubTypes.Type type, Map<String, Schema> own) {
        Map<String, Schema> all = new LinkedHashMap<>();
        all.put(TOOL, new JsonSchema().typesItem("string")._enum(List.of(type.name())));
        all.putAll(own);
        List<String> required = new ArrayList<>(List.of(TOOL));
        required.addAll(RequiredProperties.of(type.value(), own.keySet()));
        return new JsonSchema().typesItem("object").properties(all).required(required);
    }

    /** Its own, wherever they stand: beside those of all answers, or alone. */
    private static Map<String, Schema> properties(Schema<?> known) {
        Map<String, Schema> own = new LinkedHashMap<>();
        if (known.getAllOf() != null) {
            for (Schema<?> part : known.getAllOf()) {
                own.putAll(properties(part));
            }
        }
        if (known.getProperties() != null) {
            own.putAll(known.getProperties());
        }
        own.remove(TOOL);
        return own;
    }
}
