package io.assay.formats.yolo;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.UnusableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which classes the numbers of an archive mean, if several of its files say so. A file that is
 * called as the conventions have it counts more than another YAML, such as a trainer's; files that
 * count the same have to agree.
 */
final class YoloSetups {

    private static final Set<String> CONVENTIONAL =
            Set.of("data.yaml", "data.yml", "dataset.yaml", "dataset.yml");
    private static final int MAX_SETUPS = 100;

    private final Map<String, YoloSetup> conventional = new TreeMap<>();
    private final Map<String, YoloSetup> lists = new TreeMap<>();
    private final Map<String, YoloSetup> others = new TreeMap<>();
    private @Nullable String fault;

    static boolean isYaml(String lowerName) {
        return lowerName.endsWith(".yaml") || lowerName.endsWith(".yml");
    }

    /** Lists of names, as the older tools have them. */
    static boolean isList(String lowerName) {
        return lowerName.equals("classes.txt")
                || lowerName.endsWith(".names")
                || lowerName.equals("_darknet.labels");
    }

    void add(String file, String name, byte[] content) throws UnusableFile {
        if (conventional.size() + lists.size() + others.size() >= MAX_SETUPS) {
            throw new UnusableFile("classes: over " + MAX_SETUPS + " files that say them");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean counts = CONVENTIONAL.contains(lower) || isList(lower);
        try {
            if (isList(lower)) {
                lists.put(file, YoloSetup.ofLines(content));
            } else {
                Optional<YoloSetup> setup = YoloSetup.ofYaml(content);
                setup.ifPresent(known -> (counts ? conventional : others).put(file, known));
            }
        } catch (BadEntry e) {
            if (counts) {
                throw new UnusableFile(file + " " + e.reason());
            }
            fault = file + " " + e.reason();
        }
    }

    /**
     * @param notes takes what was said otherwise and does not count
     */
    YoloSetup chosen(List<String> notes) throws UnusableFile {
        Map<String, YoloSetup> counting = new TreeMap<>(conventional);
        counting.putAll(lists);
        if (counting.isEmpty()) {
            counting.putAll(others);
        }
        if (counting.isEmpty()) {
            throw new UnusableFile(
                    "classes: unknown (expected: names in data.yaml, classes.txt or obj.names in"
                            + " the ZIP)"
                            + (fault == null ? "" : "; " + fault));
        }
        List<String> files = new ArrayList<>(counting.keySet());
        for (String one : files) {
            for (String other : files) {
                if (!setup(counting, one).agrees(setup(counting, other))) {
                    throw new UnusableFile(
                            "classes: %s and %s name them differently (expected: one file that does)"
                                    .formatted(one, other));
                }
            }
        }
        YoloSetup chosen = merged(counting);
        others.forEach(
                (file, setup) -> {
                    if (!setup.agrees(chosen)) {
                        notes.add(
                                "%s: names other classes (taken: those of %s)"
                                        .formatted(file, files.getFirst()));
                    }
                });
        return chosen;
    }

    private static YoloSetup setup(Map<String, YoloSetup> setups, String file) {
        YoloSetup setup = setups.get(file);
        if (setup == null) {
            throw new IllegalArgumentException("file: " + file + " (expected: a known one)");
        }
        return setup;
    }

    /** Of the first that says it. */
    private static YoloSetup merged(Map<String, YoloSetup> setups) {
        Map<Integer, String> names = new TreeMap<>();
        Integer points = null;
        Integer perPoint = null;
        for (YoloSetup setup : setups.values()) {
            setup.names().forEach(names::putIfAbsent);
            points = points == null ? setup.points() : points;
            perPoint = perPoint == null ? setup.perPoint() : perPoint;
        }
        return new YoloSetup(names, points, perPoint);
    }
}
