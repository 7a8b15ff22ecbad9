package io.assay.events;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values by attribute id, in order so that equal answers are equal bytes. */
final class Attributes {

    private Attributes() {}

    /** A value that is null on the wire is one that is not there. */
    static Map<String, String> sorted(@Nullable Map<String, String> values) {
        if (values == null || values.isEmpty()) {
            return Map.of();
        }
        SortedMap<String, String> sorted = new TreeMap<>(values);
        sorted.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
