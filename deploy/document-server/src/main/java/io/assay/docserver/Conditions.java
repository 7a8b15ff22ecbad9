package io.assay.docserver;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single paths, all of it at once: its top level and its {@code $and}. An
 * index may narrow by any of them, as the whole query is checked on every candidate again.
 */
record Conditions(Map<String, List<Object>> byPath) {

    private static final Set<String> DEMANDS_PRESENCE = Set.of("$gt", "$gte", "$lt", "$lte");

    static Conditions of(Document query) {
        Map<String, List<Object>> byPath = new HashMap<>();
        collect(query, byPath);
        return new Conditions(byPath);
    }

    private static void collect(Document query, Map<String, List<Object>> byPath) {
        for (Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> all) {
                all.forEach(each -> collect((Document) each, byPath));
            } else if (!entry.getKey().startsWith("$") && entry.getValue() != null) {
                byPath.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
    }

    /** The values one of which the path must hold; null if the query doesn't say. */
    @Nullable List<Object> valuesOf(String path) {
        for (Object condition : byPath.getOrDefault(path, List.of())) {
            List<Object> values = values(condition);
            if (values != null) {
                return values;
            }
        }
        return null;
    }

    /** Whether a document that lacks the path can't match. */
    boolean demandsPresence(String path) {
        return byPath.getOrDefault(path, List.of()).stream().anyMatch(Conditions::demandsPresence);
    }

    private static @Nullable List<Object> values(Object condition) {
        if (!isExpression(condition)) {
            return isValue(condition) ? List.of(condition) : null;
        }
        Document expression = (Document) condition;
        if (isValue(expression.get("$eq"))) {
            return List.of(expression.get("$eq"));
        }
        return expression.get("$in") instanceof Collection<?> in
                        && in.stream().allMatch(Conditions::isValue)
                ? List.copyOf(in)
                : null;
    }

    /** A value that a query demands as it is, or a choice of such values. */
    static boolean isPlainValue(@Nullable Object condition) {
        if (condition instanceof Document expression) {
            return expression.keySet().equals(Set.of("$in"))
                    && expression.get("$in") instanceof Collection<?> in
                    && in.stream().allMatch(each -> isValue(each) && !(each instanceof Document));
        }
        return isValue(condition);
    }

    /** Null stands for "absent" too, an array for itself or its elements: neither is a value. */
    private static boolean isValue(@Nullable Object object) {
        return object != null
                && !(object instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(object)
                && !isExpression(object);
    }

    private static boolean demandsPresence(Object condition) {
        return values(condition) != null
                || (condition instanceof Document expression
                        && (Boolean.TRUE.equals(expression.get("$exists"))
                                || DEMANDS_PRESENCE.stream()
                                        .anyMatch(operator -> isValue(expression.get(operator)))));
    }

    private static boolean isExpression(Object condition) {
        return condition instanceof Document document
                && document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
