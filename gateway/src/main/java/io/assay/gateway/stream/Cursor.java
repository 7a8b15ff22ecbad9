package io.assay.gateway.stream;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a reader has come: the next offset of each partition. A partition that it does not name
 * is read from the beginning. Clients see it only signed: {@link CursorText}.
 */
record Cursor(SortedMap<Integer, Long> next) {

    static final Cursor BEGINNING = new Cursor(new TreeMap<>());

    Cursor {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    Cursor after(int partition, long offset) {
        SortedMap<Integer, Long> moved = new TreeMap<>(next);
        moved.put(partition, offset + 1);
        return new Cursor(moved);
    }
}
