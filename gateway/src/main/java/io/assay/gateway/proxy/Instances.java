package io.assay.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instances of one service. Each caller has one that is asked first, so that what an instance
 * remembers of a caller is of use, and callers spread evenly; adding an instance moves few of them.
 */
final class Instances {

    /** For so long one that did not answer is asked last. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final List<URI> bases;
    private final InstantSource clock;
    private final Map<URI, Long> awayUntil = new ConcurrentHashMap<>();

    /**
     * @param bases at least one
     */
    Instances(List<URI> bases, InstantSource clock) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("instances: none (expected: at least one)");
        }
        this.bases = List.copyOf(bases);
        this.clock = clock;
    }

    int size() {
        return bases.size();
    }

    /** All of them, in the order in which to ask them for this caller. */
    List<URI> inOrderFor(String caller) {
        if (bases.size() == 1) {
            return bases;
        }
        long now = clock.millis();
        return bases.stream()
                .sorted(
                        Comparator.<URI, Boolean>comparing(base -> isAway(base, now))
                                .thenComparingInt(base -> weight(caller, base)))
                .toList();
    }

    void failed(URI base) {
        awayUntil.put(base, clock.millis() + AWAY.toMillis());
    }

    void answered(URI base) {
        if (!awayUntil.isEmpty()) {
            awayUntil.remove(base);
        }
    }

    private boolean isAway(URI base, long now) {
        return awayUntil.getOrDefault(base, now) > now;
    }

    /** Rendezvous hashing: the lowest weight is the caller's first choice. */
    private static int weight(String caller, URI base) {
        int hash = caller.hashCode() * 31 + base.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
