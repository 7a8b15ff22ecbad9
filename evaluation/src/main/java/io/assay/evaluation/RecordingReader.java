package io.assay.evaluation;

import io.assay.evaluation.Table.Row;
import io.assay.truth.inference.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes numbers of the names in a recording's tables. A class is what any label or any truth names.
 * Truth of items that nobody labelled is left out: there is nothing to infer it from.
 */
final class RecordingReader {
    private static final String REPEATED = "1";

    private final Numbers classes = new Numbers();
    private final Numbers items = new Numbers();
    private final Numbers workers = new Numbers();

    Recording read(Table labels, Optional<Table> truth) {
        number(labels, truth);
        int[] known = new int[items.names().size()];
        Arrays.fill(known, Recording.UNKNOWN);
        Labels read = labels(labels);
        truth.ifPresent(table -> learn(table, known));
        return new Recording(read, known, classes.names(), workers.names());
    }

    private void number(Table labels, Optional<Table> truth) {
        Set<String> named = new TreeSet<>();
        names(labels, "label", named);
        // an empty truth is one that is not known
        truth.ifPresent(table -> names(table, "truth", named));
        named.remove("");
        named.forEach(classes::of);
        int item = labels.column("item");
        int worker = labels.column("worker");
        for (Row row : labels.rows()) {
            items.of(labels.text(row, item));
            workers.of(labels.text(row, worker));
        }
    }

    private static void names(Table table, String column, Set<String> into) {
        int place = table.column(column);
        table.rows().forEach(row -> into.add(row.cells().get(place)));
    }

    private Labels labels(Table table) {
        int item = table.column("item");
        int worker = table.column("worker");
        int label = table.column("label");
        Labels.Builder builder =
                new Labels.Builder(
                        items.names().size(),
                        workers.names().size(),
                        Math.max(1, classes.names().size()));
        for (Row row : counted(table)) {
            builder.add(
                    items.of(table.text(row, item)),
                    workers.of(table.text(row, worker)),
                    classes.of(table.text(row, label)));
        }
        return builder.build();
    }

    private static List<Row> counted(Table table) {
        if (!table.has("repeat")) {
            return table.rows();
        }
        int repeat = table.column("repeat");
        return table.rows().stream()
                .filter(row -> !row.cells().get(repeat).equals(REPEATED))
                .toList();
    }

    private void learn(Table table, int[] known) {
        int item = table.column("item");
        int truth = table.column("truth");
        for (Row row : table.rows()) {
            int number = items.find(table.text(row, item));
            String name = row.cells().get(truth);
            if (number >= 0 && !name.isEmpty()) {
                int named = classes.of(name);
                if (known[number] != Recording.UNKNOWN && known[number] != named) {
                    throw table.wrong(
                            row,
                            "truth: %s (expected: %s, as in a row before)"
                                    .formatted(name, classes.names().get(known[number])));
                }
                known[number] = named;
            }
        }
    }
}
