package io.assay.messaging;

import io.assay.events.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service's own copy of what another service owns, kept up by the events in which that one
 * publishes whole states.
 *
 * @param <E> the type of these events
 * @param <S> what is kept of each
 */
public final class Replica<E extends Event, S> {

    private final AggregateStore<S> store;
    private final Class<E> type;
    private final Update<E, S> update;

    /** What an event makes of the copy. */
    @FunctionalInterface
    public interface Update<E, S> {

        /**
         * @param before null if there is no copy yet
         * @return the copy; the same if the event is older
         */
        S apply(@Nullable S before, E event, Received received);
    }

    public Replica(AggregateStore<S> store, Class<E> type, Update<E, S> update) {
        this.store = store;
        this.type = type;
        this.update = update;
    }

    /**
     * Takes events in, in any order and any number of times; those of other types are passed over.
     *
     * @return the copies that it changed or confirmed, by key, as they are now
     */
    public Map<String, S> keep(List<Received> batch) {
        Map<String, List<Received>> byKey = new LinkedHashMap<>();
        for (Received received : batch) {
            if (type.isInstance(received.event())) {
                byKey.computeIfAbsent(received.event().key(), _ -> new ArrayList<>()).add(received);
            }
        }
        Map<String, S> kept = new LinkedHashMap<>();
        while (!byKey.isEmpty()) {
            kept.putAll(keepOnce(byKey));
            byKey.keySet().removeAll(kept.keySet());
        }
        return kept;
    }

    /** Returns those that nobody else changed meanwhile. */
    private Map<String, S> keepOnce(Map<String, List<Received>> byKey) {
        Map<String, Versioned<S>> known = store.findAll(byKey.keySet());
        Map<String, S> kept = new LinkedHashMap<>();
        List<Draft<S>> drafts = new ArrayList<>();
        List<Change<S>> changes = new ArrayList<>();
        byKey.forEach(
                (key, events) -> {
                    Versioned<S> before = known.get(key);
                    S after = after(before, events);
                    kept.put(key, after);
                    if (before == null) {
                        drafts.add(new Draft<>(key, after, List.of()));
                    } else if (!after.equals(before.state())) {
                        changes.add(new Change<>(before, after));
                    }
                });
        kept.keySet().removeAll(store.write(drafts, changes));
        return kept;
    }

    private S after(@Nullable Versioned<S> before, List<Received> events) {
        S state = before == null ? null : before.state();
        for (Received received : events) {
            state = update.apply(state, type.cast(received.event()), received);
        }
        return Objects.requireNonNull(state);
    }
}
