package io.assay.gateway.apidocs;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several OpenAPI documents as one. Paths are disjoint by design; a component of the same name but
 * another content gets the service's name in front, and what refers to it follows.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "#/components/";

    private final ObjectNode merged;

    private OpenApiMerge(ObjectNode merged) {
        this.merged = merged;
    }

    /** The frame with paths, components and tags of the parts, in the order of the list. */
    static ObjectNode merge(ObjectNode frame, List<Part> parts) {
        OpenApiMerge merge = new OpenApiMerge(frame.deepCopy());
        parts.forEach(merge::add);
        return merge.merged;
    }

    /** One service's document. */
    record Part(String service, JsonNode document) {}

    private void add(Part part) {
        JsonNode document = part.document().deepCopy();
        for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                addComponents(part.service(), document, kind.getKey());
            }
        }
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                merged.withObjectProperty("paths")
                                        .set(path.getKey(), path.getValue()));
        document.path("tags").forEach(tag -> merged.withArrayProperty("tags").add(tag));
    }

    /** References are rewritten before contents are compared, so the collisions are found first. */
    private void addComponents(String service, JsonNode document, String kind) {
        ObjectNode known = merged.withObjectProperty("components").withObjectProperty(kind);
        JsonNode components = document.path("components").path(kind);
        for (Map.Entry<String, JsonNode> component : components.properties()) {
            String name = component.getKey();
            if (known.has(name) && !known.get(name).equals(component.getValue())) {
                String prefix = REFERENCE + kind + "/";
                rename(document, prefix + name, prefix + prefixed(service, name));
            }
        }
        for (Map.Entry<String, JsonNode> component : components.properties()) {
            String name = component.getKey();
            boolean same = component.getValue().equals(known.get(name));
            known.set(
                    known.has(name) && !same ? prefixed(service, name) : name,
                    component.getValue());
        }
    }

    private static String prefixed(String service, String name) {
        return service.replace("-", "_") + "_" + name;
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.path("$ref").asString("").equals(from)) {
            object.set("$ref", JsonNodeFactory.instance.stringNode(to));
        }
        node.forEach(child -> rename(child, from, to));
    }
}
