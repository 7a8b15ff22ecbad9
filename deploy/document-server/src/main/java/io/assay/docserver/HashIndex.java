package io.assay.docserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hash index, unique or not, guarded by the lock of its collection.
 *
 * <p>It narrows a query that holds equality ({@code $eq}, {@code $in} or plain values) on its keys
 * or a prefix of them, whatever else the query demands. A sparse index of one key also narrows a
 * query that documents without that key can't match, such as a range. Anything else is a scan.
 */
final class HashIndex<P> extends Index<P> {

    private static final int MOST_COMBINATIONS = 10_000;

    private final boolean unique;

    /** Positions by document id, by the values of each prefix of the keys. */
    private final Map<KeyValue, Map<KeyValue, P>> buckets = new HashMap<>();

    private final Map<KeyValue, P> positions = new LinkedHashMap<>();

    HashIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
    }

    /** Where all documents are that may fulfil the conditions; null if it can't tell. */
    @Nullable Collection<P> candidates(Conditions conditions) {
        List<List<Object>> wanted =
                keys().stream()
                        .map(conditions::valuesOf)
                        .takeWhile(values -> values != null)
                        .toList();
        if (!wanted.isEmpty() && combinations(wanted) <= MOST_COMBINATIONS) {
            return lookUp(wanted);
        }
        boolean complete =
                isSparse() && !isCompoundIndex() && conditions.demandsPresence(keys().getFirst());
        return complete ? positions.values() : null;
    }

    private static long combinations(List<List<Object>> wanted) {
        return wanted.size() == 1
                ? 1
                : wanted.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    }

    private Collection<P> lookUp(List<List<Object>> wanted) {
        List<KeyValue> combinations = product(wanted).toList();
        if (combinations.size() == 1) {
            return bucket(combinations.getFirst()).values(); // no copy: it may be large
        }
        Collection<P> found = new LinkedHashSet<>();
        combinations.forEach(values -> found.addAll(bucket(values).values()));
        return found;
    }

    private Map<KeyValue, P> bucket(KeyValue values) {
        return buckets.getOrDefault(values, Map.of());
    }

    private static Stream<KeyValue> product(
            List<? extends Collection<? extends @Nullable Object>> values) {
        List<List<@Nullable Object>> product = new ArrayList<>();
        product.add(new ArrayList<>());
        for (Collection<? extends @Nullable Object> next : values) {
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> head : product) {
                next.forEach(value -> longer.add(append(head, value)));
            }
            product = longer;
        }
        return product.stream().map(each -> new KeyValue(each).normalized()).distinct();
    }

    private static List<@Nullable Object> append(
            List<@Nullable Object> head, @Nullable Object value) {
        List<@Nullable Object> appended = new ArrayList<>(head);
        appended.add(value);
        return appended;
    }

    @Override
    public void add(Document document, P position, MongoCollection<P> collection) {
        checkAdd(document, collection);
        if (covers(document)) {
            KeyValue id = id(document);
            positions.put(id, position);
            prefixes(document)
                    .forEach(
                            values ->
                                    buckets.computeIfAbsent(values, _ -> new LinkedHashMap<>(2))
                                            .put(id, position));
        }
    }

    @Override
    public @Nullable P remove(Document document) {
        KeyValue id = id(document);
        prefixes(document)
                .forEach(
                        values ->
                                buckets.computeIfPresent(
                                        values,
                                        (_, bucket) -> {
                                            bucket.remove(id);
                                            return bucket.isEmpty() ? null : bucket;
                                        }));
        return positions.remove(id);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        if (unique && covers(document)) {
            KeyValue id = id(document);
            product(values(document, keys().size()))
                    .filter(values -> isTaken(values, id))
                    .findFirst()
                    .ifPresent(
                            values -> {
                                throw new DuplicateKeyError(this, collection, getKeys(), values);
                            });
        }
    }

    /** An id's own index has one document per id, so there any entry is another document's. */
    private boolean isTaken(KeyValue values, KeyValue id) {
        Set<KeyValue> owners = bucket(values).keySet();
        return isOfIds() ? !owners.isEmpty() : owners.stream().anyMatch(owner -> !owner.equals(id));
    }

    private boolean isOfIds() {
        return keys().equals(List.of("_id"));
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        if (!isOfIds()) { // an id never changes
            checkAdd(after, collection);
        }
    }

    @Override
    public void updateInPlace(
            Document before, Document after, P position, MongoCollection<P> collection) {
        if (!isOfIds()) {
            remove(before);
            add(after, position, collection);
        }
    }

    private boolean covers(Document document) {
        return !isSparse()
                || keys().stream().anyMatch(key -> !Paths.valuesAt(document, key).isEmpty());
    }

    private Stream<KeyValue> prefixes(Document document) {
        return Stream.iterate(1, length -> length <= keys().size(), length -> length + 1)
                .flatMap(length -> product(values(document, length)));
    }

    private List<Set<@Nullable Object>> values(Document document, int length) {
        return keys().stream().limit(length).map(key -> valuesOrNull(document, key)).toList();
    }

    private static Set<@Nullable Object> valuesOrNull(Document document, String key) {
        Set<@Nullable Object> values = Paths.valuesAt(document, key);
        return values.isEmpty() ? Collections.singleton(null) : values;
    }

    private static KeyValue id(Document document) {
        return new KeyValue(document.get("_id")).normalized();
    }

    @Override
    public @Nullable P getPosition(Document document) {
        return positions.get(id(document));
    }

    @Override
    public boolean canHandle(Document query) {
        return candidates(Conditions.of(query)) != null;
    }

    @Override
    public Iterable<P> getPositions(Document query) {
        Collection<P> candidates = candidates(Conditions.of(query));
        return candidates == null ? positions.values() : candidates;
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return positions.size();
    }

    @Override
    public void drop() {
        buckets.clear();
        positions.clear();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }
}
