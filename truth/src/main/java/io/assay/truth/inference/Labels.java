package io.assay.truth.inference;

import java.util.Arrays;

/**
 * Who said what of which item, once each: of several labels by one worker for one item the first
 * counts. Kept by item and there by worker, so that no result depends on the order of arrival.
 */
public final class Labels {
    private final int items;
    private final int workers;
    private final int classes;
    private final int[] first;
    private final int[] worker;
    private final int[] label;

    private Labels(Builder builder) {
        this.items = builder.items;
        this.workers = builder.workers;
        this.classes = builder.classes;
        this.first = new int[items + 1];
        this.worker = new int[builder.size];
        this.label = new int[builder.size];
        fill(builder);
    }

    /** One array for each column, all of one length. */
    public static Labels of(
            int items, int workers, int classes, int[] item, int[] worker, int[] label) {
        Builder builder = new Builder(items, workers, classes);
        for (int n = 0; n < item.length; n++) {
            builder.add(item[n], worker[n], label[n]);
        }
        return builder.build();
    }

    private void fill(Builder from) {
        long[] keys = new long[from.size];
        for (int n = 0; n < from.size; n++) {
            keys[n] = (long) from.item[n] * workers + from.worker[n];
        }
        int[] order = sorted(keys);
        int size = 0;
        long last = -1;
        for (int n : order) {
            if (keys[n] != last) {
                last = keys[n];
                worker[size] = from.worker[n];
                label[size] = from.label[n];
                first[from.item[n] + 1] = ++size;
            }
        }
        for (int i = 1; i <= items; i++) {
            first[i] = Math.max(first[i], first[i - 1]);
        }
    }

    /** Stable, so that of equal keys the first comes first. */
    private static int[] sorted(long[] keys) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    public int items() {
        return items;
    }

    public int workers() {
        return workers;
    }

    public int classes() {
        return classes;
    }

    public int size() {
        return first[items];
    }

    /** The labels of an item are numbered from here … */
    public int from(int item) {
        return first[item];
    }

    /** … to here, exclusive. */
    public int to(int item) {
        return first[item + 1];
    }

    /** Who gave label number n. */
    public int worker(int n) {
        return worker[n];
    }

    /** The class that label number n names. */
    public int label(int n) {
        return label[n];
    }

    /** Collects labels as they come. */
    public static final class Builder {
        private final int items;
        private final int workers;
        private final int classes;
        private int size;
        private int[] item = new int[16];
        private int[] worker = new int[16];
        private int[] label = new int[16];

        /**
         * @param classes 1 or more, named or not
         */
        public Builder(int items, int workers, int classes) {
            within("items", items, 0, Integer.MAX_VALUE);
            within("workers", workers, 0, Integer.MAX_VALUE);
            within("classes", classes, 1, Integer.MAX_VALUE);
            this.items = items;
            this.workers = workers;
            this.classes = classes;
        }

        public Builder add(int ofItem, int byWorker, int named) {
            within("item", ofItem, 0, items);
            within("worker", byWorker, 0, workers);
            within("label", named, 0, classes);
            if (size == item.length) {
                item = Arrays.copyOf(item, 2 * size);
                worker = Arrays.copyOf(worker, 2 * size);
                label = Arrays.copyOf(label, 2 * size);
            }
            item[size] = ofItem;
            worker[size] = byWorker;
            label[size++] = named;
            return this;
        }

        public Labels build() {
            return new Labels(this);
        }

        private static void within(String name, int value, int least, int end) {
            if (value < least || value >= end) {
                throw new IllegalArgumentException(
                        "%s: %d (expected: >= %d and < %d)".formatted(name, value, least, end));
            }
        }
    }
}
