package io.assay.formats.yolo;

import io.assay.formats.data.BadEntry;
import io.assay.formats.io.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a file says of all labels of a data set.
 *
 * @param names of classes by their numbers, of which some may have none
 * @param points how many keypoints a line has; null if it does not say
 * @param perPoint how many numbers a keypoint has, 2 or 3; null if it does not say
 */
record YoloSetup(Map<Integer, String> names, @Nullable Integer points, @Nullable Integer perPoint) {

    private static final int MAX_CLASSES = 10_000;
    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    YoloSetup {
        names = Map.copyOf(names);
    }

    /**
     * From YAML; empty if it says nothing of names, as other files of trainers do.
     *
     * @throws BadEntry if it cannot be read
     */
    static Optional<YoloSetup> ofYaml(byte[] yaml) throws BadEntry {
        try {
            JsonNode data = YAML.readTree(Texts.utf8(yaml));
            JsonNode names = data.path("names");
            if (!names.isArray() && !names.isObject()) {
                return Optional.empty();
            }
            JsonNode shape = data.path("kpt_shape");
            return Optional.of(
                    shape.isArray()
                            ? new YoloSetup(
                                    names(names), whole(shape, 0, 1, 1_000), whole(shape, 1, 2, 3))
                            : new YoloSetup(names(names), null, null));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
            throw new BadEntry(
                    "YAML: cannot be read"
                            + (line > 0 ? ", line " + line : "")
                            + " (expected: YAML)");
        }
    }

    private static int whole(JsonNode shape, int at, int least, int most) throws BadEntry {
        JsonNode number = shape.path(at);
        if (!number.isInt() || number.intValue() < least || number.intValue() > most) {
            throw BadEntry.unexpected(
                    "kpt_shape", shape, "how many points, and 2 or 3 numbers for each");
        }
        return number.intValue();
    }

    /** A name a line. A blank line between others has a number, too. */
    static YoloSetup ofLines(byte[] text) throws BadEntry {
        List<String> lines = Texts.utf8(text).lines().map(String::strip).toList();
        Map<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                names.put(i, lines.get(i));
            }
        }
        return checked(names);
    }

    private static YoloSetup checked(Map<Integer, String> names) throws BadEntry {
        if (names.size() > MAX_CLASSES) {
            throw BadEntry.unexpected("names", names.size(), "at most " + MAX_CLASSES);
        }
        return new YoloSetup(names, null, null);
    }

    private static Map<Integer, String> names(JsonNode names) throws BadEntry {
        Map<Integer, String> byNumber = new TreeMap<>();
        if (names.isArray()) {
            for (int i = 0; i < names.size(); i++) {
                put(byNumber, i, names.get(i));
            }
        } else {
            for (var member : names.properties()) {
                put(byNumber, number(member.getKey()), member.getValue());
            }
        }
        return checked(byNumber).names();
    }

    private static void put(Map<Integer, String> names, int number, JsonNode name) throws BadEntry {
        if (name.isContainer()) {
            throw BadEntry.unexpected("names " + number, name, "a name");
        }
        String text = name.isNull() ? "" : name.asString().strip();
        if (!text.isEmpty() && names.put(number, text) != null) {
            throw BadEntry.unexpected("names", number + " twice", "each number once");
        }
    }

    private static int number(String key) throws BadEntry {
        try {
            int number = Integer.parseInt(key.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw BadEntry.unexpected("names", key, "a number, 0 or more, and behind it the name");
    }

    /** Whether both can be true: no number has two names. */
    boolean agrees(YoloSetup other) {
        return names.entrySet().stream()
                .allMatch(
                        name ->
                                name.getValue()
                                        .equals(
                                                other.names.getOrDefault(
                                                        name.getKey(), name.getValue())));
    }
}
