package io.assay.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values by attribute id, in order so that equal answers are equal bytes. */
final class Attributes {

    private Attributes() {}

    static Map<String, String> sorted(@Nullable Map<String, String> values) {
        return values == null || values.isEmpty()
                ? Map.of()
                : Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
