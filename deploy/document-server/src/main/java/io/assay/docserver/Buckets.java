package io.assay.docserver;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Positions by what they have in common. Most have nothing in common, so one alone needs no set.
 */
final class Buckets {

    private record Several(Set<Object> positions) {}

    private final Map<Object, Object> byValues = new HashMap<>();

    Collection<Object> of(Object values) {
        Object found = byValues.get(values);
        return switch (found) {
            case null -> List.of();
            case Several(var positions) -> positions;
            default -> List.of(found);
        };
    }

    void add(Object values, Object position) {
        byValues.merge(values, position, (found, _) -> added(found, position));
    }

    private static Object added(Object found, Object position) {
        if (found.equals(position)) {
            return found;
        }
        if (found instanceof Several(var positions)) {
            positions.add(position);
            return found;
        }
        Set<Object> positions = new LinkedHashSet<>();
        positions.add(found);
        positions.add(position);
        return new Several(positions);
    }

    void remove(Object values, Object position) {
        byValues.computeIfPresent(
                values,
                (_, found) -> {
                    if (found instanceof Several(var positions)) {
                        positions.remove(position);
                        return positions.isEmpty() ? null : found;
                    }
                    return found.equals(position) ? null : found;
                });
    }

    void clear() {
        byValues.clear();
    }
}
