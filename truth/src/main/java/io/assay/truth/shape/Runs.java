package io.assay.truth.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The runs of a mask, as the places where inside and outside change: it is inside from the first to
 * the second, from the third to the fourth and so on.
 */
final class Runs {

    private final long[] changes;
    private final double area;

    private Runs(long[] changes) {
        this.changes = changes;
        long sum = 0;
        for (int i = 0; i + 1 < changes.length; i += 2) {
            sum += changes[i + 1] - changes[i];
        }
        this.area = (double) sum;
    }

    /**
     * @param counts lengths of runs, outside first
     */
    static Runs of(List<Integer> counts) {
        // whether it ends inside or outside, its last change is the end of its last run inside
        long[] changes = new long[counts.size() / 2 * 2];
        long place = 0;
        for (int i = 0; i < changes.length; i++) {
            place += counts.get(i);
            changes[i] = place;
        }
        return new Runs(changes);
    }

    /** Pixels inside. */
    double area() {
        return area;
    }

    /** Pixels inside of both. */
    double common(Runs other) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < changes.length && j < other.changes.length) {
            long from = Math.max(changes[i], other.changes[j]);
            long to = Math.min(changes[i + 1], other.changes[j + 1]);
            sum += Math.max(0, to - from);
            if (changes[i + 1] < other.changes[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return (double) sum;
    }

    /**
     * The rectangle of pixels that holds all inside.
     *
     * @param height of the picture: runs go down its columns
     */
    Envelope bounds(int height) {
        Envelope bounds = new Envelope();
        for (int i = 0; i < changes.length; i += 2) {
            long last = changes[i + 1] - 1;
            long left = changes[i] / height;
            long right = last / height;
            long top = left == right ? changes[i] % height : 0;
            long bottom = left == right ? last % height + 1 : height;
            bounds.expandToInclude((double) left, (double) top);
            bounds.expandToInclude((double) right + 1, (double) bottom);
        }
        return bounds;
    }

    /**
     * Counts of the mask whose pixels are inside for more than half of the weight; empty if there
     * are none. Goes from change to change of any of them.
     */
    static Optional<List<Integer>> majority(List<Weighted<Runs>> all, long pixels) {
        double half = Weighted.sum(all) / 2;
        int[] next = new int[all.size()];
        List<Integer> counts = new ArrayList<>();
        boolean inside = false;
        long since = 0;
        for (long place = pass(all, next); place < pixels; place = pass(all, next)) {
            boolean most = weightInside(all, next) > half + 1e-9;
            if (most != inside) {
                counts.add((int) (place - since));
                inside = most;
                since = place;
            }
        }
        counts.add((int) (pixels - since));
        return counts.size() == 1 ? Optional.empty() : Optional.of(counts);
    }

    /** Returns where the next change of any of them is, and moves each beyond it. */
    private static long pass(List<Weighted<Runs>> all, int[] next) {
        long place = Long.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            long[] changes = all.get(i).value().changes;
            place = next[i] < changes.length ? Math.min(place, changes[next[i]]) : place;
        }
        for (int i = 0; i < next.length; i++) {
            long[] changes = all.get(i).value().changes;
            next[i] += next[i] < changes.length && changes[next[i]] == place ? 1 : 0;
        }
        return place;
    }

    private static double weightInside(List<Weighted<Runs>> all, int[] next) {
        double weight = 0;
        for (int i = 0; i < next.length; i++) {
            weight += next[i] % 2 == 1 ? all.get(i).weight() : 0;
        }
        return weight;
    }
}
