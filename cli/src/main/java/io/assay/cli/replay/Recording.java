package io.assay.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people once said of some items.
 *
 * @param labels by item, then by worker: each worker's first label of it
 * @param truth by item, where known
 * @param leftOut rows that were no first label of a worker
 */
record Recording(Map<String, Map<String, String>> labels, Map<String, String> truth, int leftOut) {

    /** Most labels of a task that a project may ask for. */
    static final int MAX_LABELS = 25;

    /**
     * Reads {@code labels.csv[.gz]} and {@code truth.csv[.gz]}.
     *
     * @throws IOException if one is missing or not as expected
     */
    static Recording read(Path directory) throws IOException {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        int leftOut = 0;
        for (Map<String, String> row :
                Csv.read(directory, "labels", List.of("item", "worker", "label"))) {
            boolean repeat = row.getOrDefault("repeat", "0").equals("1");
            Map<String, String> ofItem =
                    labels.computeIfAbsent(in(row, "item"), _ -> new LinkedHashMap<>());
            if (repeat || ofItem.putIfAbsent(in(row, "worker"), in(row, "label")) != null) {
                leftOut++;
            }
        }
        labels.values().removeIf(Map::isEmpty);
        Map<String, String> truth = new TreeMap<>();
        Csv.read(directory, "truth", List.of("item", "truth"))
                .forEach(row -> truth.put(in(row, "item"), in(row, "truth")));
        return new Recording(labels, truth, leftOut).checked(directory);
    }

    private static String in(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private Recording checked(Path directory) throws IOException {
        int most = maxLabels();
        if (most < 1 || most > MAX_LABELS) {
            throw new IOException(
                    "%s: %d labels of one item (expected: 1 to %d)"
                            .formatted(directory, most, MAX_LABELS));
        }
        return this;
    }

    /** Those who gave labels, in the order of their names. */
    Set<String> workers() {
        return labels.values().stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every class that was said or is true. */
    Set<String> classes() {
        return Stream.concat(
                        labels.values().stream().flatMap(ofItem -> ofItem.values().stream()),
                        truth.values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    long labelCount() {
        return labels.values().stream().mapToLong(Map::size).sum();
    }

    /** Of the item that has most. */
    int maxLabels() {
        return labels.values().stream().mapToInt(Map::size).max().orElse(0);
    }
}
