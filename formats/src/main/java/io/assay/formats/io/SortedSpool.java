package io.assay.formats.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts any number of items by key, on disk: items are sorted in memory 8 MB at a time, written as
 * a run each, and the runs are merged when read. Needs 16 KB of memory a run, so 2 MB a gigabyte.
 */
public final class SortedSpool implements Closeable {

    /**
     * One item.
     *
     * @param number as it was added
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Item(String key, long number, byte[] content) {}

    private record Run(long from, long to) {}

    private static final int MAX_IN_MEMORY = 8 * 1024 * 1024;
    private static final int PER_ITEM = 100;
    private static final int BUFFER = 16 * 1024;

    private final Spool spool = new Spool();
    private final int mostInMemory;
    private final List<Run> runs = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private long inMemory;

    public SortedSpool() throws IOException {
        this(MAX_IN_MEMORY);
    }

    SortedSpool(int mostInMemory) throws IOException {
        this.mostInMemory = mostInMemory;
    }

    public void add(String key, long number, byte[] content) throws IOException {
        items.add(new Item(key, number, content));
        inMemory += content.length + 2L * key.length() + PER_ITEM;
        if (inMemory >= mostInMemory) {
            writeRun();
        }
    }

    /** All items by key; those of one key in the order in which they were added. */
    public Sorted sorted() throws IOException {
        writeRun();
        return new Sorted();
    }

    private void writeRun() throws IOException {
        items.sort(Comparator.comparing(Item::key));
        long from = spool.size();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(spool.out(), BUFFER))) {
            for (Item item : items) {
                byte[] key = item.key().getBytes(StandardCharsets.UTF_8);
                out.writeInt(key.length);
                out.write(key);
                out.writeLong(item.number());
                out.writeInt(item.content().length);
                out.write(item.content());
            }
        }
        runs.add(new Run(from, spool.size()));
        items.clear();
        inMemory = 0;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Goes through the items. */
    public final class Sorted {

        private final PriorityQueue<Source> sources =
                new PriorityQueue<>(
                        Comparator.comparing((Source source) -> source.item().key())
                                .thenComparingInt(source -> source.run));

        private Sorted() throws IOException {
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                Source source =
                        new Source(
                                i,
                                new DataInputStream(
                                        new BufferedInputStream(
                                                spool.in(run.from(), run.to()), BUFFER)),
                                run.to() - run.from());
                if (source.advance()) {
                    sources.add(source);
                }
            }
        }

        /** The next item, which stays the next until it is taken. */
        public Optional<Item> peek() {
            return Optional.ofNullable(sources.peek()).map(Source::item);
        }

        /** The next item. */
        public Optional<Item> take() throws IOException {
            Source least = sources.poll();
            if (least == null) {
                return Optional.empty();
            }
            Item item = least.item();
            if (least.advance()) {
                sources.add(least);
            }
            return Optional.of(item);
        }
    }

    private static final class Source {

        private static final Item NONE = new Item("", 0, new byte[0]);

        private final int run;
        private final DataInputStream in;
        private long left;
        private Item item = NONE;

        Source(int run, DataInputStream in, long left) {
            this.run = run;
            this.in = in;
            this.left = left;
        }

        Item item() {
            return item;
        }

        boolean advance() throws IOException {
            if (left <= 0) {
                return false;
            }
            byte[] key = in.readNBytes(in.readInt());
            long number = in.readLong();
            byte[] content = in.readNBytes(in.readInt());
            left -= 16L + key.length + content.length;
            item = new Item(new String(key, StandardCharsets.UTF_8), number, content);
            return true;
        }
    }
}
