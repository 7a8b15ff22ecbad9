package io.assay.evaluation;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.truth.consensus.Vote;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A recorded data set of boxes: several workers' answers to each picture, and for some pictures an
 * expert's. Boxes without an area are left out: nobody can have meant them.
 *
 * @param crowd votes by picture, in the order of the workers' ids
 * @param expert the right boxes by picture
 */
record BoxData(SortedMap<String, List<Vote>> crowd, SortedMap<String, List<Box>> expert) {

    /** What is believed of a worker without any gold answer. */
    private static final double UNKNOWN = 0.8;

    private static final String CLASS = "object";

    static boolean isAt(Path dir) {
        return Files.exists(dir.resolve("answers.csv.gz"))
                && Files.exists(dir.resolve("boxes.csv.gz"));
    }

    static BoxData read(Path dir) throws IOException {
        Map<String, List<Box>> drawn = new HashMap<>();
        for (Map<String, String> row : rows(dir.resolve("boxes.csv.gz"))) {
            double x = number(row, "x0");
            double y = number(row, "y0");
            double width = number(row, "x1") - x;
            double height = number(row, "y1") - y;
            if (width > 0 && height > 0) {
                drawn.computeIfAbsent(key(row), _ -> new ArrayList<>())
                        .add(new Box(CLASS, x, y, width, height));
            }
        }
        SortedMap<String, SortedMap<String, Vote>> crowd = new TreeMap<>();
        SortedMap<String, List<Box>> expert = new TreeMap<>();
        for (Map<String, String> row : rows(dir.resolve("answers.csv.gz"))) {
            List<Box> boxes = drawn.getOrDefault(key(row), List.of());
            String picture = text(row, "image_id");
            String worker = text(row, "worker");
            if (text(row, "role").equals("expert")) {
                expert.put(picture, boxes);
            } else {
                crowd.computeIfAbsent(picture, _ -> new TreeMap<>())
                        .put(worker, new Vote(worker, UNKNOWN, new Answer.Boxes(boxes)));
            }
        }
        SortedMap<String, List<Vote>> votes = new TreeMap<>();
        crowd.forEach((picture, byWorker) -> votes.put(picture, List.copyOf(byWorker.values())));
        return new BoxData(votes, expert);
    }

    private static String key(Map<String, String> row) {
        return text(row, "role") + " " + text(row, "worker") + " " + text(row, "image_id");
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            List<String> lines = reader.readAllLines();
            List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
            return lines.stream().skip(1).map(line -> row(names, line.split(",", -1))).toList();
        }
    }

    private static Map<String, String> row(List<String> names, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i), values[i]);
        }
        return row;
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(text(row, name));
    }

    private static String text(Map<String, String> row, String name) {
        String text = row.get(name);
        if (text == null) {
            throw new IllegalArgumentException("row without " + name + ": " + row);
        }
        return text;
    }
}
