package io.assay.docserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hash index, unique or not, guarded by the lock of its collection. A document's position is its
 * id.
 *
 * <p>It narrows a query that holds equality ({@code $eq}, {@code $in} or plain values) on its keys
 * or a prefix of them, whatever else the query demands. A sparse index of one key also narrows a
 * query that documents without that key can't match, such as a range. Anything else is a scan.
 */
final class HashIndex extends Index<Object> {

    private static final String ID = "_id";
    private static final int MAX_COMBINATIONS = 10_000;

    private final boolean unique;
    private final List<String> paths;

    /** Positions by the values of the first key, of the first two keys, and so on. */
    private final List<Buckets> prefixes = new ArrayList<>();

    /** All that is in a sparse index of one key. */
    private final Set<Object> covered = new LinkedHashSet<>();

    private long count;

    HashIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
        this.paths = keys();
        for (int length = 1; length <= depth(paths); length++) {
            prefixes.add(new Buckets());
        }
    }

    /** An id behind other keys narrows nothing that the ids' own index does not. */
    private static int depth(List<String> paths) {
        int id = paths.indexOf(ID);
        return id > 0 ? id : paths.size();
    }

    /** Where all documents are that may fulfil the conditions; null if unknown. */
    @Nullable Collection<Object> candidates(Conditions conditions) {
        List<List<Object>> wanted =
                paths.stream()
                        .limit(prefixes.size())
                        .map(conditions::valuesOf)
                        .takeWhile(values -> values != null)
                        .toList();
        if (!wanted.isEmpty() && combinations(wanted) <= MAX_COMBINATIONS) {
            return lookUp(wanted);
        }
        return isComplete() && conditions.demandsPresence(paths.getFirst()) ? covered : null;
    }

    /** Whether every candidate fulfils the query: it asks for the values of keys and no more. */
    boolean answersExactly(Document query) {
        int length = query.size();
        return length >= 1
                && length <= prefixes.size()
                && query.keySet().equals(Set.copyOf(paths.subList(0, length)))
                && query.values().stream().allMatch(Conditions::isPlainValue);
    }

    private boolean isComplete() {
        return isSparse() && paths.size() == 1;
    }

    private static long combinations(List<List<Object>> wanted) {
        return wanted.size() == 1
                ? 1
                : wanted.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    }

    private Collection<Object> lookUp(List<List<Object>> wanted) {
        Buckets buckets = prefixes.get(wanted.size() - 1);
        List<Object> combinations = product(wanted).toList();
        if (combinations.size() == 1) {
            return buckets.of(combinations.getFirst()); // no copy: it may be large
        }
        Collection<Object> found = new LinkedHashSet<>();
        combinations.forEach(values -> found.addAll(buckets.of(values)));
        return found;
    }

    /** A single value stands for itself, several are one {@link KeyValue}. */
    private static Stream<Object> product(
            List<? extends Collection<? extends @Nullable Object>> values) {
        if (values.size() == 1) {
            return values.getFirst().stream().map(HashIndex::normalized).distinct();
        }
        List<List<@Nullable Object>> product = new ArrayList<>();
        product.add(new ArrayList<>());
        for (Collection<? extends @Nullable Object> next : values) {
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> head : product) {
                next.forEach(value -> longer.add(append(head, value)));
            }
            product = longer;
        }
        return product.stream().map(each -> (Object) new KeyValue(each).normalized()).distinct();
    }

    private static Object normalized(@Nullable Object value) {
        if (value instanceof String) {
            return value;
        }
        KeyValue normal = new KeyValue(Collections.singletonList(value)).normalized();
        return Missing.ofNullable(normal.get(0));
    }

    private static List<@Nullable Object> append(
            List<@Nullable Object> head, @Nullable Object value) {
        List<@Nullable Object> appended = new ArrayList<>(head);
        appended.add(value);
        return appended;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        checkAdd(document, collection);
        if (covers(document)) {
            count++;
            if (isComplete()) {
                covered.add(position);
            }
            for (int length = 1; length <= prefixes.size(); length++) {
                Buckets buckets = prefixes.get(length - 1);
                values(document, length).forEach(values -> buckets.add(values, position));
            }
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        if (!covers(document)) {
            return null;
        }
        Object position = position(document);
        count--;
        covered.remove(position);
        for (int length = 1; length <= prefixes.size(); length++) {
            Buckets buckets = prefixes.get(length - 1);
            values(document, length).forEach(values -> buckets.remove(values, position));
        }
        return position;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (unique && prefixes.size() == paths.size() && covers(document)) {
            Buckets buckets = prefixes.getLast();
            Object position = position(document);
            values(document, paths.size())
                    .filter(values -> isTaken(buckets.of(values), position))
                    .findFirst()
                    .ifPresent(
                            values -> {
                                throw new DuplicateKeyError(
                                        this,
                                        collection,
                                        getKeys(),
                                        values instanceof KeyValue several
                                                ? several
                                                : new KeyValue(values));
                            });
        }
    }

    /** An id's own index has one document per id, so there any entry is another document's. */
    private boolean isTaken(Collection<Object> owners, Object position) {
        return isOfIds()
                ? !owners.isEmpty()
                : owners.stream().anyMatch(owner -> !owner.equals(position));
    }

    private boolean isOfIds() {
        return paths.equals(List.of(ID));
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        if (!isOfIds()) { // an id never changes
            checkAdd(after, collection);
        }
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!isOfIds() && !sameValues(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    private boolean sameValues(Document before, Document after) {
        return covers(before) == covers(after)
                && values(before, prefixes.size())
                        .toList()
                        .equals(values(after, prefixes.size()).toList());
    }

    private boolean covers(Document document) {
        return !isSparse()
                || paths.stream().anyMatch(path -> !Paths.valuesAt(document, path).isEmpty());
    }

    /** Of the first keys: as many as there are elements in arrays, mostly one. */
    private Stream<Object> values(Document document, int length) {
        return product(
                paths.stream().limit(length).map(path -> valuesOrNull(document, path)).toList());
    }

    private static Collection<@Nullable Object> valuesOrNull(Document document, String path) {
        Collection<@Nullable Object> values = Paths.valuesAt(document, path);
        return values.isEmpty() ? Collections.singletonList(null) : values;
    }

    private static Object position(Document document) {
        return Missing.ofNullable(document.get(ID));
    }

    @Override
    public Object getPosition(Document document) {
        return position(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return candidates(Conditions.of(query)) != null;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        Collection<Object> candidates = candidates(Conditions.of(query));
        if (candidates == null) {
            throw new IllegalStateException("not narrowed by " + paths + ": " + query);
        }
        return candidates;
    }

    @Override
    public long getCount() {
        return count;
    }

    @Override
    public long getDataSize() {
        return count;
    }

    @Override
    public void drop() {
        prefixes.forEach(Buckets::clear);
        covered.clear();
        count = 0;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }
}
