package io.assay.review.evaluate;

import io.assay.review.inference.Gold;
import io.assay.review.inference.Labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/**
 * A recorded crowd: labels, and the truth where it is known.
 *
 * @param classNames in alphabetical order, as everything by index
 * @param workerNames in the order of their first label
 * @param truth by item, -1 if it is not known
 */
record Recording(Labels labels, int[] truth, List<String> classNames, List<String> workerNames) {

    private static final int UNKNOWN = -1;

    /** Reads {@code STEM.csv} and {@code TRUTH.csv}, either of them gzipped or not. */
    static Optional<Recording> read(Path directory, String stem, String truthStem) {
        return table(directory, stem)
                .map(labels -> of(labels, table(directory, truthStem).orElse(List.of())));
    }

    String summary() {
        return "%d items, %d workers, %d classes, %d labels, %d items of known truth"
                .formatted(
                        labels.items(), labels.workers(), labels.classes(), labels.size(), known());
    }

    /** Items of known truth. */
    int known() {
        return (int) Arrays.stream(truth).filter(t -> t != UNKNOWN).count();
    }

    /** Items of known truth in random order. */
    List<Integer> knownItems(Random random) {
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] != UNKNOWN) {
                known.add(i);
            }
        }
        Collections.shuffle(known, random);
        return known;
    }

    /** So many items of known truth, drawn at random. */
    Gold gold(int items, Random random) {
        int[] gold = new int[truth.length];
        Arrays.fill(gold, UNKNOWN);
        knownItems(random).stream().limit(items).forEach(i -> gold[i] = truth[i]);
        return Gold.of(gold);
    }

    /** The number here of another recording's worker, -1 if there is none. */
    int workerIn(Recording other, int worker) {
        return workerNames.indexOf(other.workerNames.get(worker));
    }

    /** The number here of another recording's class, -1 if there is none. */
    int classIn(Recording other, int named) {
        return named < 0 ? UNKNOWN : classNames.indexOf(other.classNames.get(named));
    }

    /** Only what these workers said, of the same items. */
    Recording by(IntPredicate worker) {
        Labels.Builder kept =
                new Labels.Builder(labels.items(), labels.workers(), labels.classes());
        for (int i = 0; i < labels.items(); i++) {
            for (int n = labels.from(i); n < labels.to(i); n++) {
                if (worker.test(labels.worker(n))) {
                    kept.add(i, labels.worker(n), labels.label(n));
                }
            }
        }
        return new Recording(kept.build(), truth, classNames, workerNames);
    }

    private static Recording of(List<Map<String, String>> labels, List<Map<String, String>> truth) {
        Numbers classes = new Numbers();
        Numbers items = new Numbers();
        Numbers workers = new Numbers();
        TreeSet<String> named = new TreeSet<>();
        labels.forEach(row -> named.add(cell(row, "label")));
        truth.forEach(row -> named.add(cell(row, "truth")));
        named.forEach(classes::of);
        labels.forEach(row -> items.of(cell(row, "item")));
        labels.forEach(row -> workers.of(cell(row, "worker")));
        Labels.Builder builder =
                new Labels.Builder(
                        items.names().size(), workers.names().size(), Math.max(1, named.size()));
        for (Map<String, String> row : labels) {
            if (!"1".equals(row.get("repeat"))) {
                builder.add(
                        items.of(cell(row, "item")),
                        workers.of(cell(row, "worker")),
                        classes.of(cell(row, "label")));
            }
        }
        int[] known = new int[items.names().size()];
        Arrays.fill(known, UNKNOWN);
        for (Map<String, String> row : truth) {
            int item = items.of(cell(row, "item"));
            if (item < known.length) {
                known[item] = classes.of(cell(row, "truth"));
            }
        }
        return new Recording(builder.build(), known, classes.names(), workers.names());
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(
                    "columns: " + row.keySet() + " (expected: one of them " + column + ")");
        }
        return cell;
    }

    private static Optional<List<Map<String, String>>> table(Path directory, String stem) {
        for (String suffix : List.of(".csv", ".csv.gz")) {
            Path file = directory.resolve(stem + suffix);
            if (Files.exists(file)) {
                return Optional.of(rows(file));
            }
        }
        return Optional.empty();
    }

    private static List<Map<String, String>> rows(Path file) {
        try (BufferedReader lines = open(file)) {
            String head = lines.readLine();
            List<Map<String, String>> rows = new ArrayList<>();
            if (head != null) {
                String[] names = head.split(",", -1);
                lines.lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> rows.add(row(names, line)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Map<String, String> row(String[] names, String line) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int n = 0; n < Math.min(names.length, cells.length); n++) {
            row.put(names[n], cells[n]);
        }
        return row;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                        StandardCharsets.UTF_8));
    }
}
