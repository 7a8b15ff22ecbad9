package io.assay.formats.coco;

import io.assay.formats.data.BadEntry;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The classes of a file by the ids that its annotations name. */
final class CocoCategories {

    private static final int MAX_CATEGORIES = 10_000;

    /**
     * @param points names of keypoints in the order of the annotations, empty if not given
     */
    record Category(String name, List<String> points) {}

    private final Map<String, Category> byId = new HashMap<>();
    private final Map<String, String> doubtful = new HashMap<>();

    /** False if there are too many. */
    boolean hasRoom() {
        return byId.size() < MAX_CATEGORIES;
    }

    void add(JsonNode node) throws BadEntry {
        String id = CocoIds.of(node, "id");
        String name = Nodes.required(node, "name");
        List<String> points = new ArrayList<>();
        for (JsonNode point : node.path("keypoints")) {
            points.add(point.asString(""));
        }
        Category before = byId.put(id, new Category(name, points));
        if (before != null && !before.name.equals(name)) {
            doubtful.put(id, before.name + " and " + name);
        }
    }

    Category of(JsonNode annotation) throws BadEntry {
        String id = CocoIds.of(annotation, "category_id");
        if (doubtful.containsKey(id)) {
            throw BadEntry.unexpected(
                    "category_id", id, "an id of one category, not of " + doubtful.get(id));
        }
        Category category = byId.get(id);
        if (category == null) {
            throw BadEntry.unexpected("category_id", id, "the id of one of the categories");
        }
        return category;
    }
}
