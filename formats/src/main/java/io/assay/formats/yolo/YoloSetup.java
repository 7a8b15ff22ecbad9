package io.assay.formats.yolo;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What holds for all labels of a data set.
 *
 * @param names of the classes, as labels count them
 * @param perPoint how many numbers a keypoint has, 2 or 3
 */
record YoloSetup(List<String> names, int perPoint) {

    private static final int MOST_CLASSES = 10_000;

    YoloSetup {
        names = List.copyOf(names);
    }

    /** From {@code data.yaml}. */
    static YoloSetup ofYaml(byte[] yaml) throws UnusableFile {
        try {
            JsonNode data = new YAMLMapper().readTree(yaml);
            int perPoint = data.path("kpt_shape").path(1).asInt(3);
            if (perPoint != 2 && perPoint != 3) {
                throw BadEntry.unexpected("kpt_shape", perPoint, "2 or 3 numbers a point");
            }
            return new YoloSetup(names(data.path("names")), perPoint);
        } catch (JacksonException e) {
            throw new UnusableFile("data.yaml: " + BadEntry.brief(e.getOriginalMessage()));
        } catch (BadEntry e) {
            throw new UnusableFile("data.yaml " + e.reason());
        }
    }

    /** From {@code classes.txt} or {@code obj.names}: a name a line. */
    static YoloSetup ofLines(String lines) {
        return new YoloSetup(
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), 3);
    }

    private static List<String> names(JsonNode names) throws BadEntry {
        if (!names.isArray() && !names.isObject()) {
            throw BadEntry.unexpected("names", names, "a list, or names by number");
        }
        if (names.size() > MOST_CLASSES) {
            throw BadEntry.unexpected("names", names.size(), "at most " + MOST_CLASSES);
        }
        List<String> all = new ArrayList<>();
        if (names.isArray()) {
            for (JsonNode name : names) {
                all.add(name.asString(""));
            }
            return all;
        }
        TreeMap<Integer, String> byNumber = new TreeMap<>();
        for (var member : names.properties()) {
            byNumber.put(number(member.getKey()), Nodes.required(names, member.getKey()));
        }
        for (var name : byNumber.entrySet()) {
            if (name.getKey() != all.size()) {
                throw BadEntry.unexpected("names", name.getKey(), "" + all.size());
            }
            all.add(name.getValue());
        }
        return all;
    }

    private static int number(String key) throws BadEntry {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw BadEntry.unexpected("names", key, "a number");
        }
    }
}
