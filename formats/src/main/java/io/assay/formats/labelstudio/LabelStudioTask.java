package io.assay.formats.labelstudio;

import io.assay.formats.data.BadEntry;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a task says: where its picture is, and which of its annotations is the answer. */
final class LabelStudioTask {

    /** What we write beside the address, which is no address. */
    private static final Set<String> OURS = Set.of("file_name", "external_id", "width", "height");

    /**
     * What is said of the picture.
     *
     * @param results null if nothing is
     * @param isPrediction whether a model said it, and no person
     * @param note what else there is, null for nothing
     */
    record Said(@Nullable JsonNode results, boolean isPrediction, @Nullable String note) {}

    private final JsonNode task;
    private final JsonNode data;

    LabelStudioTask(JsonNode task) throws BadEntry {
        this.task = task;
        if (!task.isObject()) {
            throw BadEntry.unexpected("task", task, "an object");
        }
        this.data = task.path("data");
        if (!data.isObject()) {
            throw BadEntry.unexpected(
                    "data", data.isMissingNode() ? "missing" : data, "an object with the address");
        }
    }

    /** Whether it is of the form that has the values beside the address, without annotations. */
    static boolean isMinimal(JsonNode task) {
        return task.isObject()
                && !task.has("data")
                && (task.has("annotation_id") || task.has("annotator") || task.has("lead_time"));
    }

    JsonNode data() {
        return data;
    }

    /** The annotation that counts, or else the prediction. */
    Said said() throws BadEntry {
        List<JsonNode> annotations = counting("annotations");
        annotations.addAll(counting("completions")); // as versions before 1.0 called them
        if (annotations.size() > 1) {
            return oneOf(annotations);
        }
        if (annotations.size() == 1) {
            return new Said(result("annotation", annotations.getFirst()), false, null);
        }
        List<JsonNode> predictions = counting("predictions");
        if (predictions.size() > 1) {
            throw BadEntry.unexpected("predictions", predictions.size(), "1");
        }
        return predictions.isEmpty()
                ? new Said(null, false, null)
                : new Said(
                        result("prediction", predictions.getFirst()),
                        true,
                        "a prediction, which no person made");
    }

    /** One that alone is called the truth; of several none is certain. */
    private static Said oneOf(List<JsonNode> annotations) throws BadEntry {
        List<JsonNode> truths =
                annotations.stream()
                        .filter(annotation -> annotation.path("ground_truth").asBoolean(false))
                        .toList();
        if (truths.size() != 1) {
            throw BadEntry.unexpected(
                    "annotations", annotations.size(), "1, or one of them as ground_truth");
        }
        return new Said(
                result("annotation", truths.getFirst()),
                false,
                "annotation %s of %d is taken, as it alone is ground_truth"
                        .formatted(truths.getFirst().path("id").asString("?"), annotations.size()));
    }

    /** Those that were not cancelled. */
    private List<JsonNode> counting(String name) throws BadEntry {
        JsonNode list = task.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw BadEntry.unexpected(name, list, "a list");
        }
        List<JsonNode> counting = new ArrayList<>();
        for (JsonNode each : list) {
            if (!each.isObject()) {
                throw BadEntry.unexpected(name, each, "objects with their result");
            }
            boolean isCancelled =
                    isTrue(each.path("was_cancelled")) || isTrue(each.path("skipped"));
            if (!isCancelled) {
                counting.add(each);
            }
        }
        return counting;
    }

    private static boolean isTrue(JsonNode said) {
        return said.asBoolean(false) || said.asString("").equalsIgnoreCase("true");
    }

    /** Only an empty list says that nothing is there. */
    private static JsonNode result(String what, JsonNode annotation) throws BadEntry {
        JsonNode result = annotation.path("result");
        if (!result.isArray()) {
            throw BadEntry.unexpected(
                    what + " result", result.isMissingNode() ? "missing" : result, "a list");
        }
        return result;
    }

    /**
     * The address of the picture.
     *
     * @param results null if there are none
     */
    LabelStudioAddress address(@Nullable JsonNode results) throws BadEntry {
        JsonNode image = data.path("image");
        if (image.isArray()) {
            if (image.size() != 1 || !image.path(0).isString()) {
                throw BadEntry.unexpected("data image", "a list of " + image.size(), "one picture");
            }
        }
        Set<String> about = about(results);
        if (image.isArray()) {
            return LabelStudioAddress.of(image.path(0).stringValue());
        }
        if (image.isString()) {
            return LabelStudioAddress.of(image.stringValue());
        }
        if (!image.isMissingNode()) {
            throw BadEntry.unexpected("data image", image, "an address");
        }
        return byValue(about);
    }

    /** Projects may call the picture as they like. */
    private LabelStudioAddress byValue(Set<String> about) throws BadEntry {
        Map<String, LabelStudioAddress> found = new TreeMap<>();
        for (var member : data.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray() && value.size() > 1 && areAddresses(value)) {
                throw BadEntry.unexpected(
                        "data " + member.getKey(), "a list of " + value.size(), "one picture");
            }
            if (!OURS.contains(member.getKey())
                    && value.isString()
                    && LabelStudioAddress.isOne(value.stringValue())) {
                found.put(member.getKey(), LabelStudioAddress.of(value.stringValue()));
            }
        }
        if (found.size() > 1 && about.size() == 1) {
            LabelStudioAddress named = found.get(about.iterator().next());
            if (named != null) {
                return named;
            }
        }
        if (found.size() > 1) {
            found.values().removeIf(address -> !address.isOfPicture());
        }
        if (found.size() != 1) {
            String keys = String.join(", ", new TreeSet<>(data.propertyNames()));
            throw new BadEntry(
                    ("data: %s addresses of pictures under the keys %s (expected: one, or one"
                                    + " called image)")
                            .formatted(found.isEmpty() ? "no" : "several", BadEntry.brief(keys)));
        }
        return found.values().iterator().next();
    }

    private static boolean areAddresses(JsonNode list) {
        return list.valueStream()
                .allMatch(one -> one.isString() && LabelStudioAddress.isOne(one.stringValue()));
    }

    /** The one picture that all results are about. */
    private static Set<String> about(@Nullable JsonNode results) throws BadEntry {
        Set<String> about = new TreeSet<>();
        if (results == null) {
            return about;
        }
        for (JsonNode result : results) {
            Nodes.text(result, "to_name").ifPresent(about::add);
            if (result.path("item_index").asInt(0) > 0) {
                throw BadEntry.unexpected(
                        "item_index", result.path("item_index"), "0, as a task is one picture");
            }
            if (result.path("image_rotation").asDouble(0) % 360 != 0) {
                throw BadEntry.unexpected(
                        "image_rotation", result.path("image_rotation"), "a picture not turned");
            }
        }
        if (about.size() > 1) {
            throw BadEntry.unexpected("to_name", about, "one picture that all results are about");
        }
        return about;
    }
}
