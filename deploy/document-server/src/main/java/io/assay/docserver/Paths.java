package io.assay.docserver;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a dotted path reaches in a document, through arrays as MongoDB does. */
final class Paths {

    private Paths() {}

    /**
     * All values at a path: an array's elements count each, an empty one counts as {@link Missing}.
     * Empty if the path leads nowhere.
     */
    static Collection<@Nullable Object> valuesAt(Document document, String path) {
        Object node = document;
        int from = 0;
        while (node instanceof Document inner && from <= path.length()) {
            int dot = path.indexOf('.', from);
            String field = dot < 0 ? path.substring(from) : path.substring(from, dot);
            if (!inner.containsKey(field)) {
                return List.of();
            }
            node = inner.get(field);
            from = dot < 0 ? path.length() + 1 : dot + 1;
        }
        if (node instanceof Collection) {
            return throughArrays(document, path);
        }
        return from > path.length() ? Collections.singletonList(node) : List.of();
    }

    private static Set<@Nullable Object> throughArrays(Document document, String path) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        collect(document, List.of(path.split("\\.", -1)), values);
        return values;
    }

    private static void collect(
            @Nullable Object node, List<String> path, Set<@Nullable Object> values) {
        if (path.isEmpty()) {
            addLeaf(node, values);
        } else if (node instanceof Document document) {
            if (document.containsKey(path.getFirst())) {
                collect(document.get(path.getFirst()), tail(path), values);
            }
        } else if (node instanceof Collection<?> array) {
            array.forEach(element -> collect(element, path, values));
            int position = arrayPosition(path.getFirst());
            array.stream()
                    .skip(position)
                    .limit(1)
                    .forEach(element -> collect(element, tail(path), values));
        }
    }

    private static void addLeaf(@Nullable Object node, Set<@Nullable Object> values) {
        if (node instanceof Collection<?> array) {
            array.forEach(element -> addLeaf(element, values));
            if (array.isEmpty()) {
                values.add(Missing.getInstance());
            }
        } else {
            values.add(node);
        }
    }

    private static List<String> tail(List<String> path) {
        return path.subList(1, path.size());
    }

    /** The position that a fragment such as {@code 0} names; beyond any array for a field name. */
    private static int arrayPosition(String fragment) {
        return fragment.matches("\\d{1,6}") ? Integer.parseInt(fragment) : Integer.MAX_VALUE;
    }
}
