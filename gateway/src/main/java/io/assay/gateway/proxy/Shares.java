package io.assay.gateway.proxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer from those of several instances of assignment-service, each of which hands out a share
 * of the tasks: counts add up, and that nothing is open is true only if all say it.
 */
final class Shares {

    private static final Set<String> PATHS =
            Set.of("/v1/work", "/v1/work/why", "/v1/work/projects");
    private static final String NOTHING_OPEN = "nothing-open";

    private Shares() {}

    static boolean isShared(String path) {
        return PATHS.contains(path);
    }

    /**
     * @param answers at least one
     */
    static JsonNode merged(List<JsonNode> answers) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        if (answers.stream().anyMatch(answer -> answer.has("reasons"))) {
            merged.set("reasons", reasons(answers));
        }
        TreeMap<String, List<JsonNode>> byId = new TreeMap<>();
        answers.forEach(
                answer ->
                        answer.path("items")
                                .forEach(
                                        item ->
                                                byId.computeIfAbsent(
                                                                id(item), _ -> new ArrayList<>())
                                                        .add(item)));
        JsonNode shortest = shortest(answers);
        var shown = shortest == null ? byId : byId.headMap(end(shortest), true);
        var items = merged.putArray("items");
        shown.values().forEach(shares -> items.add(item(shares)));
        if (shortest != null) {
            merged.set("next", shortest.path("next"));
        }
        return merged;
    }

    /**
     * The page that ends first, if there is more behind it: only up to there all answers are
     * complete. Its cursor is good at every instance.
     */
    private static @Nullable JsonNode shortest(List<JsonNode> answers) {
        return answers.stream()
                .filter(answer -> answer.hasNonNull("next"))
                .min(Comparator.comparing(Shares::end))
                .orElse(null);
    }

    private static String end(JsonNode answer) {
        JsonNode items = answer.path("items");
        return items.isEmpty() ? "" : id(items.get(items.size() - 1));
    }

    private static JsonNode item(List<JsonNode> shares) {
        ObjectNode merged = ((ObjectNode) shares.getFirst()).deepCopy();
        merged.put("open", sum(shares, "open"));
        if (merged.has("reasons")) {
            merged.set("reasons", reasons(shares));
        }
        return merged;
    }

    private static JsonNode reasons(List<JsonNode> shares) {
        Map<String, List<JsonNode>> alike = new TreeMap<>();
        shares.forEach(
                share ->
                        share.path("reasons")
                                .forEach(
                                        reason ->
                                                alike.computeIfAbsent(
                                                                kind(reason),
                                                                _ -> new ArrayList<>())
                                                        .add(reason)));
        var merged = JsonNodeFactory.instance.arrayNode();
        alike.forEach(
                (kind, reasons) -> {
                    if (!kind.startsWith(NOTHING_OPEN) || reasons.size() == shares.size()) {
                        merged.add(reason(reasons));
                    }
                });
        return merged;
    }

    private static JsonNode reason(List<JsonNode> alike) {
        ObjectNode merged = ((ObjectNode) alike.getFirst()).deepCopy();
        if (merged.has("tasks")) {
            merged.put("tasks", sum(alike, "tasks"));
        }
        if (merged.has("has")) {
            merged.put("has", alike.stream().mapToInt(r -> r.path("has").asInt(0)).max().orElse(0));
        }
        return merged;
    }

    /** By which reasons are the same: what would change them. */
    private static String kind(JsonNode reason) {
        return reason.path("reason").asString("") + "/" + reason.path("needs").asInt(0);
    }

    private static int sum(List<JsonNode> nodes, String member) {
        return nodes.stream().mapToInt(node -> node.path(member).asInt(0)).sum();
    }

    private static String id(JsonNode item) {
        return item.path("id").asString("");
    }
}
