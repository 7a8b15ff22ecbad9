package io.assay.evaluation;

import io.assay.truth.inference.Gold;
import io.assay.truth.inference.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * A recorded crowd: labels, and the truth where it is known.
 *
 * @param classNames in alphabetical order, as everything by index
 * @param workerNames in the order of their first label
 * @param truth by item, -1 if it is not known
 */
record Recording(Labels labels, int[] truth, List<String> classNames, List<String> workerNames) {

    static final int UNKNOWN = -1;

    /** Reads {@code STEM.csv} and {@code TRUTH.csv}, either of them gzipped or not. */
    static Optional<Recording> read(Path directory, String stem, String truthStem) {
        Optional<Table> truth = Table.find(directory, truthStem);
        return Table.find(directory, stem).map(labels -> new RecordingReader().read(labels, truth));
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
}
