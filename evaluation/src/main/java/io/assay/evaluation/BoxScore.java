package io.assay.evaluation;

import io.assay.truth.shape.BoxShape;
import io.assay.truth.shape.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Found boxes against the right ones: the most similar pair first, each box once, from an overlap
 * (intersection over union) of a half on.
 */
final class BoxScore {

    private record Pair(int found, int right, double overlap) {}

    private int found;
    private int right;
    private int hits;
    private double overlap;

    void add(List<BoxShape> foundBoxes, List<BoxShape> rightBoxes) {
        List<Pair> matches = matches(foundBoxes, rightBoxes);
        found += foundBoxes.size();
        right += rightBoxes.size();
        hits += matches.size();
        overlap += matches.stream().mapToDouble(Pair::overlap).sum();
    }

    /** Which of the found boxes are right. */
    static BitSet hits(List<BoxShape> found, List<BoxShape> right) {
        BitSet hits = new BitSet();
        matches(found, right).forEach(pair -> hits.set(pair.found()));
        return hits;
    }

    private static List<Pair> matches(List<BoxShape> found, List<BoxShape> right) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double overlap = found.get(i).similarity(right.get(j));
                if (overlap >= Shape.SAME) {
                    pairs.add(new Pair(i, j, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        return distinct(pairs);
    }

    private static List<Pair> distinct(List<Pair> pairs) {
        BitSet usedFound = new BitSet();
        BitSet usedRight = new BitSet();
        List<Pair> distinct = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!usedFound.get(pair.found()) && !usedRight.get(pair.right())) {
                usedFound.set(pair.found());
                usedRight.set(pair.right());
                distinct.add(pair);
            }
        }
        return distinct;
    }

    double precision() {
        return found == 0 ? 1 : (double) hits / found;
    }

    double recall() {
        return right == 0 ? 1 : (double) hits / right;
    }

    double f1() {
        return found + right == 0 ? 1 : 2.0 * hits / (found + right);
    }

    double meanOverlap() {
        return hits == 0 ? 0 : overlap / hits;
    }
}
