package io.assay.formats.labelstudio;

import io.assay.formats.data.BadEntry;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Everything that is said of one region: the results of one id. */
final class Region {

    /** Types of results that have no place in the picture. */
    private static final Set<String> ASIDE =
            Set.of(
                    "choices",
                    "taxonomy",
                    "textarea",
                    "number",
                    "rating",
                    "datetime",
                    "pairwise",
                    "ranker");

    private final String id;
    private final @Nullable Integer width;
    private final @Nullable Integer height;
    private final Map<String, String> attributes = new TreeMap<>();
    private final List<Region> parts = new ArrayList<>();
    private @Nullable JsonNode shape;
    private @Nullable String text;

    private Region(String id, @Nullable Integer width, @Nullable Integer height) {
        this.id = id;
        this.width = width;
        this.height = height;
    }

    /**
     * The regions in the order of their first result; points are parts of the region they name.
     *
     * @param width of the picture
     * @param height of the picture
     * @param notes takes what was passed over
     */
    static List<Region> of(
            JsonNode results, @Nullable Integer width, @Nullable Integer height, List<String> notes)
            throws BadEntry {
        Map<String, Region> regions = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode result : results) {
            if (!result.isObject()) {
                throw BadEntry.unexpected("result", result, "objects");
            }
            if (result.path("type").asString("").equals("relation")) {
                notes.add("relation: passed over");
                continue;
            }
            String id = Nodes.text(result, "id").orElse("#" + number++);
            regions.computeIfAbsent(id, _ -> new Region(id, width, height)).add(result);
        }
        List<Region> whole = new ArrayList<>();
        for (Region region : regions.values()) {
            JsonNode shape = region.shape;
            String parent = shape == null ? "" : shape.path("parentID").asString("");
            if (parent.isEmpty()) {
                whole.add(region);
            } else if (regions.containsKey(parent)) {
                regions.get(parent).parts.add(region);
            } else {
                throw BadEntry.unexpected("parentID", parent, "the id of a region");
            }
        }
        return whole;
    }

    private void add(JsonNode result) throws BadEntry {
        String control = Nodes.text(result, "from_name").orElse("");
        String type = Nodes.text(result, "type").orElse("");
        boolean more = shape != null && (type.equals("choices") || type.equals("number"));
        if (control.startsWith(LabelStudioRegions.ATTRIBUTE)) {
            String attribute = control.substring(LabelStudioRegions.ATTRIBUTE.length());
            attributes.put(attribute, only(type, result.path("value")));
        } else if (more) {
            attributes.put(control, only(type, result.path("value")));
        } else if (type.equals("textarea")) {
            text = only(type, result.path("value"));
        } else if (shape != null && !isShape() && !ASIDE.contains(type)) {
            // the shape may come behind what is chosen for it
            String chosen = shape.path("type").asString("");
            attributes.put(
                    Nodes.text(shape, "from_name").orElse(""), only(chosen, shape.path("value")));
            shape = result;
        } else if (shape != null) {
            throw BadEntry.unexpected("region " + id, "two shapes", "one");
        } else {
            shape = result;
        }
    }

    /** Whether it has a place in the picture. */
    boolean isShape() {
        return shape != null && !ASIDE.contains(shape.path("type").asString(""));
    }

    boolean isOf(String type) {
        return shape != null && shape.path("type").asString("").equals(type);
    }

    boolean hasText() {
        return text != null;
    }

    /** What says it, for people. */
    String said() throws BadEntry {
        return shape == null
                ? "textarea"
                : shape.path("type").asString("")
                        + Nodes.text(shape, "from_name").map(name -> " " + name).orElse("");
    }

    private static String only(String type, JsonNode value) throws BadEntry {
        JsonNode said = value.path(type.equals("textarea") ? "text" : type);
        JsonNode one = said.isArray() && said.size() == 1 ? said.path(0) : said;
        if (!one.isString() && !one.isNumber()) {
            throw BadEntry.unexpected(type, said, "one value");
        }
        return one.isString() ? one.stringValue() : one.toString();
    }

    String id() {
        return id;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Region> parts() {
        return parts;
    }

    String text() throws BadEntry {
        if (text == null) {
            throw new BadEntry("textarea: missing (expected: the text)");
        }
        return text;
    }

    boolean isHidden() {
        JsonNode said = shape().path("meta").path("text");
        return (said.isArray() ? said.path(0) : said)
                .asString("")
                .equals(LabelStudioRegions.HIDDEN);
    }

    JsonNode value() {
        return shape().path("value");
    }

    private JsonNode shape() {
        return shape == null ? MissingNode.getInstance() : shape;
    }

    /** What it is labelled with, if it is of one of these types. */
    List<String> labels(Set<String> types) throws BadEntry {
        String type = shape().path("type").asString("");
        if (!types.contains(type)) {
            throw BadEntry.unexpected("type", type, String.join(" or ", types));
        }
        List<String> labels = new ArrayList<>();
        for (JsonNode label : value().path(type)) {
            labels.add(label.asString(""));
        }
        return labels;
    }

    int width() throws BadEntry {
        return known("width", width);
    }

    int height() throws BadEntry {
        return known("height", height);
    }

    private static int known(String name, @Nullable Integer side) throws BadEntry {
        if (side == null) {
            throw new BadEntry(
                    name + " of the picture: unknown (expected: original_width or an upload)");
        }
        return side;
    }

    /** In pixels. */
    double x(String name) throws BadEntry {
        return Nodes.number(value(), name) * width() / 100;
    }

    /** In pixels. */
    double y(String name) throws BadEntry {
        return Nodes.number(value(), name) * height() / 100;
    }
}
